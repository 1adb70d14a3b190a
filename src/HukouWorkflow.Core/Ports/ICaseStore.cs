using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>Where cases live. Whatever it says it has taken is on the disk.</summary>
public interface ICaseStore
{
    /// <summary>The case as its journal folds, or null where there is none.</summary>
    /// <exception cref="CorruptJournalException">The journal's hashes do not hold; the case is not to be acted on.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be read at present.</exception>
    Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>Who may see a case, or null where there is none.</summary>
    Task<CaseAccess?> FindAccessAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>
    /// Appends events, and with them the state's promoted columns, the next wake, the person's reservation, personal data
    /// and the idempotent answer: all of it or nothing.
    /// </summary>
    /// <exception cref="StoreUnavailableException">
    /// Nothing was written (a full disk, say); it may be tried again. Where a store's answer was lost on a network and cannot
    /// be learned either, it may have been written: tried again under the same idempotency key, it is answered.
    /// </exception>
    Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken);

    /// <summary>The answer given earlier under an idempotency key, or null.</summary>
    Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken);

    /// <summary>A page of a case's journal in order; empty where there is no more.</summary>
    /// <param name="id">The case.</param>
    /// <param name="after">Entries after this version; 0 from the start.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken);

    /// <summary>Every sealed item of personal data of a case, in the order written.</summary>
    Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>The cases whose wake has come, earliest first.</summary>
    /// <param name="until">Wakes at or before this instant.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken);

    /// <summary>The wake of one case, or null where it waits for a person or is closed.</summary>
    Task<Instant?> FindWakeAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>
    /// A page of cases, most urgent first: by the day something falls due (none last), then by case id.
    /// </summary>
    Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>How many cases stand at each status in each district, without reading them.</summary>
    Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken);

    /// <summary>The latest instant the store has seen, so that a clock set back is noticed; null where it is empty.</summary>
    Task<Instant?> LatestInstantAsync(CancellationToken cancellationToken);
}
