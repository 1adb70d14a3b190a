using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Agencies.Tests;

/// <summary>Keeps everything that is logged, with scopes, fields and exceptions.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue(Written(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {Written(state)} {exception}");

    public void Dispose()
    {
    }

    private static string Written<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> fields ? string.Join(' ', fields) : $"{state}";
}
