using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>Says at once that everything is on the disk, and keeps nothing: what a service costs without its storage.</summary>
internal sealed class ForgetfulStore : ICaseStore
{
    private static readonly Task<AppendResult> Appended = Task.FromResult<AppendResult>(new AppendResult.Appended());

    // One wake is remembered: without any, the scheduler would be roused by every application, which it is not where they are stored.
    private DueCase? _first;

    public Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        if (_first is null && append.NextWake is { } wake)
        {
            _first = new DueCase(append.State.Id, wake);
        }

        return Appended;
    }

    public Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DueCase>>(_first is { } first && first.WakeAt <= until ? [first] : []);

    public Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<CaseState?>(null);

    public Task<CaseAccess?> FindAccessAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<CaseAccess?>(null);

    public Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => Task.FromResult<IdempotentAnswer?>(null);

    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<JournalEntry>>([]);

    public Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SealedItem>>([]);

    public Task<Instant?> FindWakeAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<Instant?>(null);

    public Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CaseSummary>>([]);

    public Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CaseCount>>([]);

    public Task<Instant?> LatestInstantAsync(CancellationToken cancellationToken) => Task.FromResult<Instant?>(null);
}
