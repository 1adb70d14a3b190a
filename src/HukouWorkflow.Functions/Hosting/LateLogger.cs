using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>A logger for what is opened before there are loggers: silent until it is told where logs go. What fails before that is thrown.</summary>
internal sealed class LateLogger<T> : ILogger<T>
{
    /// <summary>Where logs go.</summary>
    public ILogger Target { get; set; } = NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => Target.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => Target.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Target.Log(logLevel, eventId, state, exception, formatter);
}
