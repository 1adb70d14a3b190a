using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Keys;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using HukouWorkflow.Tables.Store;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Tables;

/// <summary>
/// The case store on Azure Table Storage, for any number of processes. An append is one entity group transaction in the
/// case's partition; what lies in other tables is never trusted without it.
/// <para>
/// Instants are kept to the millisecond. An append's instant is rounded down, in the journal, its hashes and everything
/// read back; a wake is rounded up, so that no case is woken before its time.
/// </para>
/// </summary>
public sealed class TableCaseStore : ICaseStore, ICaseArchive, IDisposable
{
    private static readonly string[] Names = ["Cases", "People", "Answers", "CaseIndex", "Wakes", "Service"];

    private readonly CaseReader _reader;
    private readonly CaseWriter _writer;
    private readonly CaseArchive _archive;
    private readonly Wakes _wakes;
    private readonly CaseIndex _index;
    private readonly LatestInstant _latest;
    private readonly AnswerPruning _pruning;
    private readonly TimeProvider _realTime;
    private readonly TimeSpan _countsKept;
    private Counted? _counted;

    private TableCaseStore(StorageTable[] tables, TableStoreOptions options, TimeProvider realTime, ILogger logger)
    {
        (_realTime, _countsKept) = (realTime, options.CountsKept);
        var patience = options.ClaimPatience;
        var (cases, people, answers, index, wakes, service) = (tables[0], tables[1], tables[2], tables[3], tables[4], tables[5]);
        _reader = new CaseReader(cases);
        var fence = new Fence(cases);
        // A person is reserved by the first append of a case; a key may be kept by any.
        var reservations = new Claims(people, _reader, fence, patience,
            (key, row, _) => Task.FromResult(row.Holds(new PersonKey(key))), row => row is null or { Version: 0 });
        var kept = new Claims(answers, _reader, fence, patience,
            async (key, row, token) => await _reader.FindAnswerAsync(row.Id, Convert.FromHexString(key), token) is not null, _ => true);
        _wakes = new Wakes(wakes, _reader, fence, realTime, logger);
        _index = new CaseIndex(index, service, _reader, fence, logger);
        _latest = new LatestInstant(service);
        _writer = new CaseWriter(cases, _reader, reservations, kept, _wakes, _index, _latest, logger);
        _archive = new CaseArchive(cases, _reader, _writer, reservations, kept, _wakes, _index, _latest, logger);
        _pruning = new AnswerPruning(cases, answers, realTime);
    }

    /// <summary>Opens the tables, and makes them where there are none.</summary>
    /// <param name="options">Which storage account.</param>
    /// <param name="realTime">Real time, by which answers and abandoned rows age, also where the service's own clock runs faster.</param>
    /// <param name="logger">Hears of rows that cannot be read, and of what could not be tidied up.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StorageRefusedException">The settings are wrong, nobody answers, or the key or identity is refused.</exception>
    public static async Task<TableCaseStore> OpenAsync(TableStoreOptions options, TimeProvider realTime, ILogger<TableCaseStore> logger, CancellationToken cancellationToken)
    {
        var account = new StorageAccount(options);
        var tables = await Task.WhenAll(Names.Select(name => account.OpenAsync(name, cancellationToken)));
        return new TableCaseStore(tables, options, realTime, logger);
    }

    /// <summary>Deletes the tables of a store, its keys too, with everything in them. For stores that were never meant to last.</summary>
    /// <exception cref="StorageRefusedException">The settings are wrong.</exception>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public static Task DeleteTablesAsync(TableStoreOptions options, CancellationToken cancellationToken)
    {
        var account = new StorageAccount(options);
        return Task.WhenAll(Names.Append(TableKeyRing.Table).Select(name => account.DeleteAsync(name, cancellationToken)));
    }

    /// <inheritdoc/>
    public Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken) => _reader.LoadAsync(id, cancellationToken);

    /// <inheritdoc/>
    public async Task<CaseAccess?> FindAccessAsync(CaseId id, CancellationToken cancellationToken) =>
        await _reader.FindAsync(id, cancellationToken) is { } found ? new CaseAccess(found.Applicant, found.District) : null;

    /// <summary>
    /// Appends, as <see cref="ICaseStore.AppendAsync"/> says. Cancelling counts until the transaction is sent; from then on
    /// the task tells what became of it.
    /// </summary>
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The append contradicts itself, or an event or item is over 640 KiB, which no row holds.</exception>
    public Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken) => _writer.AppendAsync(append, cancellationToken);

    /// <inheritdoc/>
    public Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => _writer.FindAnswerAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken) =>
        _reader.ReadJournalAsync(id, after, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken) => _reader.ReadPersonalAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken) => _wakes.ReadDueAsync(until, limit, cancellationToken);

    /// <inheritdoc/>
    public async Task<Instant?> FindWakeAsync(CaseId id, CancellationToken cancellationToken) =>
        await _reader.FindAsync(id, cancellationToken) is { Wake: { } wake } ? Moment.Read(wake.Milliseconds) : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken) => _index.ListAsync(query, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken)
    {
        var now = _realTime.GetUtcNow();
        if (Volatile.Read(ref _counted) is { } before && now - before.At < _countsKept)
        {
            return before.Counts;
        }

        var counts = await _index.CountAsync(cancellationToken);
        Volatile.Write(ref _counted, new Counted(now, counts));
        return counts;
    }

    /// <inheritdoc/>
    public Task<Instant?> LatestInstantAsync(CancellationToken cancellationToken) => _latest.FindAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredCase> ReadAllAsync(CancellationToken cancellationToken) => _archive.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ImportResult> ImportAsync(StoredCase imported, Effects effects, CancellationToken cancellationToken) => _archive.ImportAsync(imported, effects, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReindexAsync(CaseState state, Effects effects, CancellationToken cancellationToken) => _archive.ReindexAsync(state, effects, cancellationToken);

    /// <inheritdoc/>
    public Task<long> RemoveStrayAsync(CancellationToken cancellationToken) => _archive.RemoveStrayAsync(cancellationToken);

    /// <summary>Removes the answers kept for more than 31 days of real time. To be called now and then, once a day is plenty.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached; the next call goes on.</exception>
    public Task<long> PruneAnswersAsync(CancellationToken cancellationToken) => _pruning.PruneAsync(cancellationToken);

    /// <summary>Lets go of what is held in memory; nothing waits to be written.</summary>
    public void Dispose() => _latest.Dispose();

    private sealed record Counted(DateTimeOffset At, IReadOnlyList<CaseCount> Counts);
}
