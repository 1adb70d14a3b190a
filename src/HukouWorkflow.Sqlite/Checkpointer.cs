using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Moves what is committed from the write-ahead log into the data file. SQLite would have the writer do that every thousand
/// pages: seldom enough to save work, it would hold appends up for some hundredths of a second each time. So a second connection
/// moves nearly all of it beside the writer, and only the rest, written meanwhile, is left to the writer: it must be the
/// one to finish, for the log begins anew only where nothing in it is left to move.
/// </summary>
internal sealed partial class Checkpointer : IDisposable
{
    // 8 MB of log: enough that pages changed by every batch are moved once for many of them, and little enough to be flushed soon.
    private const int PagesToMove = 2048;

    // What the writer moves by itself in a few milliseconds.
    private const int PagesToFinish = 256;

    // Each pass is shorter than the one before, as it only has to move what was written during that one.
    private const int MostPasses = 8;

    private readonly SqliteConnection _writer;
    private readonly SqliteConnection _beside;
    private readonly ILogger _logger;
    private Task? _moving;
    private int _pages;

    /// <summary>A checkpointer for a writer, on a connection of its own.</summary>
    public Checkpointer(SqliteConnection writer, SqliteConnection beside, ILogger logger)
    {
        (_writer, _beside, _logger) = (writer, beside, logger);
        raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
    }

    /// <summary>To be called by the writer after each commit.</summary>
    public void Committed()
    {
        raw.sqlite3_db_status(_writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, resetFlg: 1);
        _pages += written;
        if (_moving is { IsCompleted: true })
        {
            Move(_writer);
            (_moving, _pages) = (null, 0);
        }
        else if (_moving is null && _pages >= PagesToMove)
        {
            _moving = Task.Factory.StartNew(MoveMost, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Waits for the move under way. What is left is moved when the file is closed.</summary>
    public void Dispose()
    {
        _moving?.Wait();
        _beside.Dispose();
    }

    private void MoveMost()
    {
        var (before, inLog) = (0, Move(_beside));
        for (var pass = 1; pass < MostPasses && inLog - before > PagesToFinish; pass++)
        {
            (before, inLog) = (inLog, Move(_beside));
        }
    }

    /// <summary>Moves what it can without waiting for anybody. Returns how many pages were in the log when it began.</summary>
    private int Move(SqliteConnection connection)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, null!, raw.SQLITE_CHECKPOINT_PASSIVE, out var inLog, out _);
        if (code is not (raw.SQLITE_OK or raw.SQLITE_BUSY))
        {
            // Nothing is lost: it stays in the log, and is tried again after as many pages.
            LogNotMoved(_logger, code);
            return 0;
        }

        return inLog;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is committed could not be moved from the log into the data file (SQLite error {Code}); the log grows. Check the disk; it is tried again.")]
    private static partial void LogNotMoved(ILogger logger, int code);
}
