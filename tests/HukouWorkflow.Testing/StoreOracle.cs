using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Testing;

/// <summary>What a case store should hold after a sequence of appends, as plain dictionaries.</summary>
public sealed class StoreOracle
{
    private readonly Dictionary<CaseId, CaseState> _states = [];
    private readonly Dictionary<CaseId, PersonKey?> _persons = [];
    private readonly Dictionary<CaseId, List<byte>> _personal = [];
    private readonly Dictionary<CaseId, Instant?> _wakes = [];
    private readonly Dictionary<string, IdempotentAnswer> _answers = new(StringComparer.Ordinal);
    private Instant? _latest;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CaseAppend Build(StoreStep step, CaseId id, Instant at)
    {
        var state = _states.GetValueOrDefault(id) ?? CaseState.Before(id);
        for (var version = 0; version < step.Lag; version++)
        {
            state = state.Apply(state.Version == 0 ? Cases.Application() : new AccrualBegan(), at);
        }

        if (step.Lag < 0)
        {
            state = CaseState.Before(id);
        }

        CaseEvent[] events = state.Version == 0
            ? [Cases.Application(step.Kind == 0 ? Cases.Jiangbei : Cases.Yubei)]
            : step.Kind switch
            {
                0 => [new ApplicationWithdrawn()],
                1 => [new AccrualBegan(), new CaseViewed("staff-1", "auditor")],
                2 => [new ResidenceMoved(new LocalDate(2025, 1, 1), Cases.Jiangbei)],
                3 => [],
                _ => [new CaseViewed("staff-1", "auditor")],
            };
        var append = Cases.Next(state, at, events);
        return append with
        {
            Person = state.Version == 0 ? Cases.Person(step.Person) : null,
            NextWake = step.Kind == 1 ? at + Duration.FromHours(1) : null,
            Personal = step.Kind == 4 ? [new[] { (byte)step.Key }] : [],
            Answer = step.Key < 8 ? new IdempotentAnswer(Cases.Key(step.Key), Cases.Key(step.Kind), id, append.State.Version) : null,
        };
    }

    public AppendResult Append(CaseAppend append)
    {
        var id = append.State.Id;
        if (append.Answer is { } answer && _answers.TryGetValue(Convert.ToHexString(answer.Key.Span), out var before))
        {
            return new AppendResult.AnsweredBefore(before);
        }

        if ((_states.GetValueOrDefault(id)?.Version ?? 0) != append.ExpectedVersion)
        {
            return new AppendResult.Conflict();
        }

        if (append.Person is { } person && _persons.FirstOrDefault(pair => pair.Value == person && !_states[pair.Key].IsClosed) is { Value: not null } open)
        {
            return new AppendResult.PersonHasOpenCase(open.Key);
        }

        _states[id] = append.State;
        _persons[id] = append.Person ?? _persons.GetValueOrDefault(id);
        _wakes[id] = append.NextWake;
        _personal.TryAdd(id, []);
        _personal[id].AddRange(append.Personal.Select(item => item.Span[0]));
        _latest = append.At;
        if (append.Answer is { } kept)
        {
            _answers.Add(Convert.ToHexString(kept.Key.Span), kept);
        }

        return new AppendResult.Appended();
    }

    /// <summary>A result as text, where records hold bytes that compare by place.</summary>
    public static string Describe(AppendResult result) => result switch
    {
        AppendResult.AnsweredBefore before => $"answered {before.Answer.Case} {before.Answer.Version}",
        AppendResult.PersonHasOpenCase open => $"open {open.Case}",
        _ => result.GetType().Name,
    };

    public async Task AssertEqualsAsync(ICaseStore store, CaseId[] ids)
    {
        foreach (var id in ids)
        {
            var (expected, actual) = (_states.GetValueOrDefault(id), await store.LoadAsync(id, Ct));
            Assert.Equal((expected?.Version, expected?.Status, expected?.Since, expected?.LastAt), (actual?.Version, actual?.Status, actual?.Since, actual?.LastAt));
            Assert.Equal(expected?.Version ?? 0, (await store.ReadJournalAsync(id, 0, 1000, Ct)).Count);
            Assert.Equal(_personal.GetValueOrDefault(id) ?? [], (await store.ReadPersonalAsync(id, Ct)).Select(item => item.Bytes.Span[0]));
            Assert.Equal(_wakes.GetValueOrDefault(id), await store.FindWakeAsync(id, Ct));
        }

        foreach (var answer in _answers.Values)
        {
            Assert.Equal((answer.Case, answer.Version), await store.FindAnswerAsync(answer.Key, Ct) is { } found ? (found.Case, found.Version) : default);
        }

        var due = _wakes.Where(pair => pair.Value is not null).OrderBy(pair => pair.Value).Select(pair => new DueCase(pair.Key, pair.Value!.Value));
        Assert.Equal(due, await store.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Equal(_latest, await store.LatestInstantAsync(Ct));
        var counts = (await store.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).CountBy(found => (found.District, found.Status));
        Assert.Equal(_states.Values.CountBy(state => (state.Facts!.Abodes[^1].Division, state.Status)).ToHashSet(), counts.ToHashSet());
        Assert.Equal(counts.ToHashSet(), (await store.CountAsync(Ct)).Select(count => KeyValuePair.Create((count.District, count.Status), (int)count.Cases)).ToHashSet());
    }
}
