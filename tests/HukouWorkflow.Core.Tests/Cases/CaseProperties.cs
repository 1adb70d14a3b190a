using System.Text;
using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using NodaTime;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>What holds for every life of a case. That nothing throws is part of each.</summary>
[Properties(MaxTest = 500, EndSize = 60, Arbitrary = [typeof(Move)])]
public sealed class CaseProperties
{
    private static readonly Dictionary<CaseStatus, CaseStatus[]> Arrows = new()
    {
        [CaseStatus.Received] = [CaseStatus.Accruing, CaseStatus.Suspended, CaseStatus.Checking, CaseStatus.Withdrawn],
        [CaseStatus.Accruing] = [CaseStatus.Suspended, CaseStatus.Checking, CaseStatus.Withdrawn],
        [CaseStatus.Suspended] = [CaseStatus.Accruing, CaseStatus.Checking, CaseStatus.Withdrawn],
        [CaseStatus.Checking] = [CaseStatus.Accruing, CaseStatus.Suspended, CaseStatus.ForReview, CaseStatus.Granting, CaseStatus.Withdrawn],
        [CaseStatus.ForReview] = [CaseStatus.Accruing, CaseStatus.Suspended, CaseStatus.Checking, CaseStatus.Withdrawn],
        [CaseStatus.Granting] = [CaseStatus.Settled],
        [CaseStatus.Settled] = [],
        [CaseStatus.Withdrawn] = [],
    };

    [Property]
    public void Given_any_life_When_the_case_moves_Then_only_along_the_arrows_and_never_to_a_refusal(Move[] moves)
    {
        foreach (var (from, to) in Steps(Life.Of(moves)).Where(step => step.From.Version > 0 && step.From.Status != step.To.Status))
        {
            Assert.Contains(to.Status, Arrows[from.Status]);
            Assert.Equal(to.LastAt, to.Since);
        }
    }

    [Property]
    public void Given_any_life_When_it_is_told_Then_versions_time_and_effects_only_go_forwards(Move[] moves)
    {
        var life = Life.Of(moves);

        Assert.Equal(life.Journal.Count, life.State.Version);
        foreach (var (from, to) in Steps(life))
        {
            Assert.Equal(from.Version + 1, to.Version);
            Assert.True(to.LastAt >= from.LastAt);
            Assert.True(to.LastEffect >= from.LastEffect);
        }

        var owed = life.States.SelectMany(state => state.Checks.Select(check => (check.Effect, What: check.Register.ToString()))
            .Concat(state.Benefits.Select(benefit => (benefit.Effect, What: $"{benefit.Kind} {benefit.Person}")))).Distinct().ToList();
        Assert.Equal(owed.Count, owed.Select(effect => effect.Effect).Distinct().Count());
        Assert.All(owed, effect => Assert.InRange(effect.Effect, 1, life.State.LastEffect));
    }

    [Property]
    public void Given_any_life_When_its_journal_is_written_and_read_Then_it_folds_to_the_same_state_and_writes_the_same_bytes(Move[] moves)
    {
        var life = Life.Of(moves);

        var read = CaseState.Before(Id);
        foreach (var (at, happened) in life.Journal)
        {
            var bytes = EventJson.Write(happened);
            var again = EventJson.Read(bytes);
            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(EventJson.Write(again)));
            read = read.Apply(again, Instant.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()));
        }

        Assert.Equal(StateText.Of(life.State), StateText.Of(read));
    }

    [Property]
    public void Given_any_life_When_benefits_are_granted_Then_each_at_most_once_a_person_and_only_after_hukou(Move[] moves)
    {
        var life = Life.Of(moves);
        life.RunOn();

        var granted = life.Journal.Select(entry => entry.Event).OfType<BenefitGranted>().Select(benefit => (benefit.Kind, benefit.Person)).ToList();
        Assert.Equal(granted.Distinct(), granted);
        Assert.True(life.Journal.Count(entry => entry.Event is SettlementGranted) <= 1);
        Assert.True(granted.Count == 0 || life.State.Grant is not null);
        Assert.Subset(life.State.Grant?.Benefits.Select(owed => (owed.Kind, owed.Person)).ToHashSet() ?? [], granted.ToHashSet());
        Assert.True(life.State.Status != CaseStatus.Settled || granted.Count == life.State.Grant!.Benefits.Count);
    }

    [Property]
    public void Given_any_life_When_agencies_answer_from_now_on_Then_the_case_ends_or_waits_for_a_person_or_a_fact(Move[] moves, bool consents)
    {
        var life = Life.Of(moves, consents);

        life.RunOn();

        Assert.Contains(life.State.Status, new[] { CaseStatus.Settled, CaseStatus.Withdrawn, CaseStatus.ForReview, CaseStatus.Suspended, CaseStatus.Accruing });
        Assert.Empty(life.Effects.Owed);
        // One that still accrues waits for no day at all: no route is being met as things stand.
        Assert.True(life.State.Status != CaseStatus.Accruing || BestOf(life).MetOn is null);
    }

    [Property]
    public void Given_any_life_When_the_person_then_lives_as_the_permit_asks_Then_the_case_is_settled(Move[] moves)
    {
        var life = Life.Of([.. moves.Where(move => move.Kind != 36)]);
        for (var year = 0; year < 9 && !life.State.IsClosed; year++)
        {
            // Whatever a register said against it, there is a document; whatever lapsed is endorsed; whoever left returns.
            life.RunOn();
            var today = Core.Calendar.ChinaTime.DateOf(life.Now);
            life.Do(States(new ResidenceMoved(today, Residence.TestFacts.Jiangbei)));
            life.Do(States(new ResidenceEndorsed(today)));
            life.Do(new CaseCommand.AddEvidence(null));
        }

        life.RunOn();
        Assert.Equal(CaseStatus.Settled, life.State.Status);
    }

    [Property]
    public void Given_any_life_When_a_wake_is_named_Then_it_lies_ahead_unless_something_is_owed(Move[] moves)
    {
        foreach (var (state, at) in Life.Of(moves).States.Skip(1).Select(state => (state, state.LastAt)))
        {
            var decided = state.Apply(CaseDecider.Decide(state, new CaseCommand.Advance(), TestBook.Book, at).Events, at);
            var effects = Effects.Of(decided, TestBook.Book, at);
            Assert.True(effects.NextWake is null || effects.NextWake > at || effects.Owed.Any(effect => effect.DueAt <= at));
            Assert.All(effects.Owed, effect => Assert.Equal(effect.DueAt, Instant.FromUnixTimeMilliseconds(effect.DueAt.ToUnixTimeMilliseconds())));
        }
    }

    [Property]
    public void Given_the_events_of_any_life_in_any_order_When_they_are_folded_and_decided_on_Then_nothing_throws_and_no_event_is_lost(Move[] moves, int seed)
    {
        var shuffled = Life.Of(moves).Journal.ToArray();
        new Random(seed).Shuffle(shuffled);
        var now = shuffled.Max(entry => entry.At);
        var state = CaseState.Before(Id);
        foreach (var (_, happened) in shuffled)
        {
            state = state.Apply(happened, now);
            foreach (var command in new[] { new CaseCommand.Advance(), Confirms(1), Silence(2), Grants(7), Declines(8), new CaseCommand.AddEvidence(null), States(new ResidenceEndorsed(Start)) })
            {
                var decision = CaseDecider.Decide(state, command, TestBook.Book, now);
                var after = state.Apply(decision.Events.Select(one => EventJson.Read(EventJson.Write(one))), now);
                _ = Effects.Of(after, TestBook.Book, now);
                Assert.DoesNotContain(after.Status, new[] { CaseStatus.Refused, CaseStatus.Revoked });
            }
        }

        Assert.Equal(shuffled.Length, state.Version);
    }

    [Fact]
    public void Given_many_lives_When_their_steps_are_put_together_Then_every_arrow_was_taken()
    {
        var random = new Random(2026);
        var taken = Enumerable.Range(0, 500)
            .Select(_ => Enumerable.Range(0, 40).Select(_ => new Move(random.Next(10), random.Next(40), random.Next(100), random.Next(100))))
            .SelectMany(moves => Steps(Life.Of([.. moves])))
            .Where(step => step.From.Version > 0 && step.From.Status != step.To.Status)
            .Select(step => (step.From.Status, step.To.Status))
            .ToHashSet();

        // Only a case whose pack was gone when it came can be taken back before anything was reckoned.
        var arrows = Arrows.SelectMany(from => from.Value.Select(to => (from.Key, to))).Except([(CaseStatus.Received, CaseStatus.Withdrawn)]);
        Assert.Empty(arrows.Except(taken));
    }

    private static IEnumerable<(CaseState From, CaseState To)> Steps(Life life) => life.States.Zip(life.States.Skip(1));

    private static Core.Policies.VersionEvaluation BestOf(Life life) =>
        TestBook.Book.Find(TestBook.Pack)!.Evaluate(life.State.Facts!, life.State.Application!.Version, Core.Calendar.ChinaTime.DateOf(life.Now), []).Best;
}
