using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Scheduling;

/// <summary>A real store that counts how often it is asked what is due, and lets a test step in once an append is written.</summary>
internal sealed class WatchedStore(ICaseStore store) : ICaseStore
{
    private int _looks;

    /// <summary>How often it was asked what is due.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>Runs after an append is on the disk and before its caller hears of it.</summary>
    public Func<CaseAppend, Task>? Appended { get; set; }

    public Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        return store.ReadDueAsync(until, limit, cancellationToken);
    }

    public async Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        var result = await store.AppendAsync(append, cancellationToken);
        await (Appended?.Invoke(append) ?? Task.CompletedTask);
        return result;
    }

    public Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken) => store.LoadAsync(id, cancellationToken);

    public Task<CaseAccess?> FindAccessAsync(CaseId id, CancellationToken cancellationToken) => store.FindAccessAsync(id, cancellationToken);

    public Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => store.FindAnswerAsync(key, cancellationToken);

    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken) =>
        store.ReadJournalAsync(id, after, limit, cancellationToken);

    public Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken) => store.ReadPersonalAsync(id, cancellationToken);

    public Task<Instant?> FindWakeAsync(CaseId id, CancellationToken cancellationToken) => store.FindWakeAsync(id, cancellationToken);

    public Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken) => store.ListAsync(query, cancellationToken);

    public Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken) => store.CountAsync(cancellationToken);

    public Task<Instant?> LatestInstantAsync(CancellationToken cancellationToken) => store.LatestInstantAsync(cancellationToken);
}
