using System.Runtime.CompilerServices;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// The embedded case store: one SQLite file in a data folder that one process holds. Appends are committed in groups by one
/// writer, each with <c>synchronous=FULL</c>; reads take snapshots and never wait for it.
/// <para>
/// Instants are kept to the millisecond. An append's instant is rounded down, in the journal, its hashes and everything
/// read back; a wake is rounded up, so that no case is woken before its time.
/// </para>
/// </summary>
public sealed class SqliteCaseStore : ICaseStore, IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly SqliteConnection _connection;
    private readonly WriteQueue _writes;
    private readonly ReadSessions _reads;
    private int _disposed;

    private SqliteCaseStore(DataFolder folder, SqliteConnection connection, TimeProvider realTime, ILogger logger)
    {
        _folder = folder;
        _connection = connection;
        var periods = new AnswerPeriods(realTime, NewestPeriod(connection));
        _reads = new ReadSessions(folder, periods);
        _writes = new WriteQueue(connection, new Checkpointer(connection, folder.ConnectCheckpointer(), logger), periods, logger);
    }

    /// <summary>What this store measures of itself.</summary>
    internal StoreMeter Meter => _writes.Meter;

    /// <summary>The connection that writes. A test limits its file through it, while no append is under way.</summary>
    internal SqliteConnection WriterConnection => _connection;

    /// <summary>Takes a data folder, and creates it where there is none.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="realTime">Real time, by which idempotent answers age, also where the service's own clock runs faster.</param>
    /// <param name="logger">Hears of batches that failed.</param>
    /// <exception cref="DataFolderException">The folder cannot be written to, another process holds it, or its file is not ours, newer than this build, or damaged.</exception>
    public static SqliteCaseStore Open(string folder, TimeProvider realTime, ILogger<SqliteCaseStore> logger)
    {
        var taken = DataFolder.Take(Path.GetFullPath(folder));
        SqliteConnection? connection = null;
        try
        {
            connection = taken.ConnectWriter();
            return new SqliteCaseStore(taken, connection, realTime, logger);
        }
        catch (Exception error)
        {
            connection?.Dispose();
            taken.Dispose();
            if (error is SqliteException)
            {
                throw new DataFolderException($"{taken.File} is damaged ({error.Message}). Restore it from a backup.", error);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public Task<CaseAccess?> FindAccessAsync(CaseId id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.FindAccess(id), cancellationToken);

    /// <inheritdoc/>
    public Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.Load(id), cancellationToken);

    /// <summary>
    /// Appends, as <see cref="ICaseStore.AppendAsync"/> says. Cancelling counts until the writer takes the append up; from
    /// then on the task tells what became of it.
    /// </summary>
    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken) =>
        _writes.WriteAsync(new PendingAppend(append, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.FindAnswer(key), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.ReadJournal(id, after, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.ReadPersonal(id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.ReadDue(until, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<Instant?> FindWakeAsync(CaseId id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.FindWake(id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.List(query), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.Count(), cancellationToken);

    /// <inheritdoc/>
    public Task<Instant?> LatestInstantAsync(CancellationToken cancellationToken) =>
        _reads.ReadAsync(session => session.FindLatest(), cancellationToken);

    /// <summary>
    /// Every case that waits for the rules (received, accruing or suspended) and had arrived when this began, in the order of
    /// arrival, a page at a time. Each page is as it lay when it was read; memory does not grow with their number.
    /// </summary>
    /// <param name="cancellationToken">Ends the walk between two pages.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be read on.</exception>
    public async IAsyncEnumerable<IReadOnlyList<OpenCase>> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Guarded(() => new OpenCaseReader(_folder.ConnectReader()));
        var last = Guarded(reader.FindLast);
        for (var after = 0L; after < last;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Guarded(() => reader.ReadPage(ref after, last));
            await Task.Yield();
        }
    }

    /// <summary>How many writes were asked for since it was opened, moves of wakes left out. While it grows, somebody waits: work that nobody waits for gives way.</summary>
    public long Appends => _writes.Appends;

    /// <summary>
    /// Moves wakes and due days of open cases, all in one turn of the writer: appends wait behind no more than that. Nothing else
    /// of a case changes, and a case that has changed since it was read is passed over. Cancelling counts until the writer takes
    /// them up.
    /// </summary>
    /// <param name="moves">The moves.</param>
    /// <param name="cancellationToken">Ends the wait for the writer.</param>
    /// <returns>Those that were made; they are on the disk.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written; they may be made again.</exception>
    public Task<IReadOnlyList<WakeMove>> MoveWakesAsync(IReadOnlyList<WakeMove> moves, CancellationToken cancellationToken) =>
        _writes.WriteAsync(new PendingMoves(moves, cancellationToken), cancellationToken);

    /// <summary>Takes no more writes, makes those it took, and lets go of the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _writes.DisposeAsync();
        await _reads.DisposeAsync();
        await _connection.DisposeAsync();
        _folder.Dispose();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw StoreFault.Of(error, _folder.File);
        }
    }

    private static long NewestPeriod(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT max(period) FROM answers");
        using var rows = statement.Query();
        rows.Next();
        return rows.Long(0);
    }
}
