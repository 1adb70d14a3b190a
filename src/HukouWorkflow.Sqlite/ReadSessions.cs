using System.Threading.Channels;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>The sessions for reading: few, shared, and never blocked by the writer.</summary>
internal sealed class ReadSessions : IAsyncDisposable
{
    private readonly Channel<ReadSession> _idle = Channel.CreateUnbounded<ReadSession>();
    private readonly string _file;
    private readonly int _sessions = Math.Clamp(Environment.ProcessorCount, 2, 8);

    public ReadSessions(DataFolder folder, AnswerPeriods periods)
    {
        _file = folder.File;
        for (var index = 0; index < _sessions; index++)
        {
            _idle.Writer.TryWrite(new ReadSession(folder.ConnectReader(), periods));
        }
    }

    /// <exception cref="StoreUnavailableException">SQLite could not read.</exception>
    public async Task<T> ReadAsync<T>(Func<ReadSession, T> read, CancellationToken cancellationToken)
    {
        ReadSession session;
        try
        {
            session = await _idle.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The case store is closed.", closed);
        }

        try
        {
            return read(session);
        }
        catch (SqliteException error)
        {
            throw StoreFault.Of(error, _file);
        }
        finally
        {
            _idle.Writer.TryWrite(session);
        }
    }

    /// <summary>Waits for the reads under way.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var index = 0; index < _sessions; index++)
        {
            (await _idle.Reader.ReadAsync()).Dispose();
        }

        _idle.Writer.Complete();
    }
}
