using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Http.Tests.Service;

/// <summary>Keeps every line a service logs, with its scopes and exceptions.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IEnumerable<string> Lines => _lines.Select(line => line.Text);

    public IEnumerable<string> Errors => _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue((LogLevel.Trace, $"{category} scope {Describe(state)}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{category} {logLevel} {formatter(state, exception)} {Describe(state)} {exception}"));

        private static string Describe(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> fields ? string.Join(' ', fields.Select(field => $"{field.Key}={field.Value}")) : $"{state}";
    }
}
