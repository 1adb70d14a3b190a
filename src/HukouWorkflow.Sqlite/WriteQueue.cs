using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Group commit: appends and moves of wakes wait in a queue, and one writer takes all that wait, up to a batch, and commits them
/// together. A write completes only once its batch is on the disk, so the disk is flushed once a batch and not once a write.
/// </summary>
internal sealed partial class WriteQueue : IAsyncDisposable
{
    // A batch bounds how long its first write waits; the queue bounds memory, and holds callers back when it is full.
    private const int MaxBatch = 512;
    private const int MaxWaiting = 8192;

    // Where several came together, as many are on their way again: a moment's wait lets them share a flush. One who comes alone never waits.
    private const int Several = 4;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Checkpointer _checkpointer;
    private readonly CaseWriter _writer;
    private readonly ILogger _logger;
    private readonly StoreMeter _meter;
    private readonly Task _writing;
    private long _appends;

    public WriteQueue(SqliteConnection connection, Checkpointer checkpointer, AnswerPeriods periods, ILogger logger)
    {
        (_connection, _checkpointer) = (connection, checkpointer);
        _writer = new CaseWriter(connection, periods);
        _logger = logger;
        _meter = new StoreMeter(() => _waiting.Reader.Count);
        // A thread of its own: it blocks on the disk, and the pool has no more threads than there are cores.
        _writing = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public StoreMeter Meter => _meter;

    /// <summary>How many writes were handed in for which somebody waits: all but moves of wakes.</summary>
    public long Appends => Volatile.Read(ref _appends);

    /// <summary>Completes when the write is on the disk, was refused, or has failed.</summary>
    public async Task<TResult> WriteAsync<TResult>(PendingWrite<TResult> pending, CancellationToken cancellationToken)
    {
        if (pending is not PendingMoves)
        {
            Interlocked.Increment(ref _appends);
        }

        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The case store is closed.", closed);
        }

        return await pending.Outcome;
    }

    /// <summary>Takes no more, and writes what was taken.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_waiting.Writer.TryComplete())
        {
            await _writing;
            _checkpointer.Dispose();
            _writer.Dispose();
            _meter.Dispose();
        }
    }

    private void WriteAll()
    {
        var batch = new List<PendingWrite>(MaxBatch);
        var last = 0;
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            if (last >= Several && _waiting.Reader.Count < last)
            {
                Thread.Sleep(Moment);
            }

            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var pending))
            {
                if (!pending.TryAbandon())
                {
                    batch.Add(pending);
                }
            }

            last = batch.Count;
            if (last > 0)
            {
                Write(batch);
                batch.Clear();
                _checkpointer.Committed();
            }
        }
    }

    private void Write(List<PendingWrite> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            _writer.Begin();
            batch.ForEach(pending => pending.Write(_writer));
            _writer.Commit();
        }
        catch (Exception error)
        {
            // Whatever it was, every caller must hear of it, and the writer must go on with the next batch.
            _writer.Rollback();
            LogFailed(_logger, error, batch.Count);
            batch.ForEach(pending => pending.Fail(Report(error)));
            return;
        }

        _meter.Committed(batch.Count, Stopwatch.GetElapsedTime(started));
        batch.ForEach(pending => pending.Complete());
    }

    private Exception Report(Exception error) => error is SqliteException fault
        ? StoreFault.Of(fault, _connection.DataSource)
        : new InvalidOperationException("The store failed over a write of the same batch; nothing of the batch was written.", error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Writes} writes failed together and were rolled back.")]
    private static partial void LogFailed(ILogger logger, Exception error, int writes);
}
