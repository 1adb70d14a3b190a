using System.Collections.Concurrent;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>
/// A test double at the edge: journals in memory as bytes, with the promises of <see cref="ICaseStore"/> that the ledger and
/// the stepper rest on, and nothing that only lists need. The real stores are held to the same promises by their own tests.
/// </summary>
internal sealed class MemoryStore : ICaseStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CaseId, List<(Instant At, byte[] Bytes)>> _journals = [];
    private readonly Dictionary<CaseId, Instant?> _wakes = [];
    private readonly Dictionary<CaseId, List<SealedItem>> _personal = [];
    private readonly Dictionary<PersonKey, CaseId> _people = [];
    private readonly Dictionary<string, IdempotentAnswer> _answers = new(StringComparer.Ordinal);

    /// <summary>Every append that was taken, in order.</summary>
    public ConcurrentQueue<CaseAppend> Appends { get; } = [];

    /// <summary>Told before each append is looked at: the place for somebody else to be faster.</summary>
    public Func<CaseAppend, Task>? BeforeAppend { get; set; }

    /// <summary>Thrown by every load, where it is set.</summary>
    public Exception? BrokenRead { get; set; }

    public Instant? WakeOf(CaseId id) => _wakes.GetValueOrDefault(id);

    public Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return BrokenRead is { } broken ? Task.FromException<CaseState?>(broken) : Task.FromResult(Fold(id));
        }
    }

    public Task<CaseAccess?> FindAccessAsync(CaseId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await (BeforeAppend?.Invoke(append) ?? Task.CompletedTask);
        lock (_lock)
        {
            return Append(append);
        }
    }

    public Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SealedItem>>(_personal.GetValueOrDefault(id, []));

    public Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Core.Cases.Events.JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Instant?> FindWakeAsync(CaseId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>By case id alone: nothing here falls due by a day.</summary>
    public Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CaseSummary>>(
    [
        .. _journals.Keys
            .Select(id => Fold(id)!)
            .Where(state => query.Districts?.Contains(state.ResponsibleDistrict()) != false && (query.After is null || state.Id.Value.CompareTo(query.After.Value.Id.Value) > 0))
            .OrderBy(state => state.Id.Value)
            .Take(query.Limit)
            .Select(state => new CaseSummary(state.Id, state.Status, state.Since, state.ResponsibleDistrict(), null)),
    ]);

    public Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Instant?> LatestInstantAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private CaseState? Fold(CaseId id) => _journals.GetValueOrDefault(id)?.Aggregate(
        CaseState.Before(id),
        (state, entry) => state.Apply(EventJson.Read(entry.Bytes), entry.At));

    private AppendResult Append(CaseAppend append)
    {
        var id = append.State.Id;
        if (append.Answer is { } answer && _answers.TryGetValue(Convert.ToHexString(answer.Key.Span), out var before))
        {
            return new AppendResult.AnsweredBefore(before);
        }

        if ((Fold(id)?.Version ?? 0) != append.ExpectedVersion)
        {
            return new AppendResult.Conflict();
        }

        if (append.Person is { } person && !_people.TryAdd(person, id))
        {
            return new AppendResult.PersonHasOpenCase(_people[person]);
        }

        if (append.Answer is { } kept)
        {
            _answers.Add(Convert.ToHexString(kept.Key.Span), kept);
        }

        var journal = _journals.TryGetValue(id, out var found) ? found : _journals[id] = [];
        journal.AddRange(append.Events.Select(happened => (append.At, EventJson.Write(happened))));
        var personal = _personal.TryGetValue(id, out var items) ? items : _personal[id] = [];
        personal.AddRange(append.Personal.Select((bytes, index) => new SealedItem(personal.Count + 1 + index, bytes)));
        _wakes[id] = append.NextWake;
        Appends.Enqueue(append);
        return new AppendResult.Appended();
    }
}
