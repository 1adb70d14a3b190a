using System.Text;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Given what has happened, when this is asked, then that happens: and nothing else.</summary>
internal sealed record CaseSpec(CaseState State, Instant Now)
{
    /// <summary>What has happened, all of it in the morning of a day.</summary>
    public static CaseSpec Given(LocalDate day, params CaseEvent[] events) => Given(Applications.Morning(day), events);

    public static CaseSpec Given(Instant at, params CaseEvent[] events) => new(CaseState.Before(Applications.Id).Apply(events, at), at);

    /// <summary>And later this happened.</summary>
    public CaseSpec And(LocalDate day, params CaseEvent[] events) => new(State.Apply(events, Applications.Morning(day)), Applications.Morning(day));

    /// <summary>Several commands one after the other; only what the last one does is looked at.</summary>
    public Outcome When(params CaseCommand[] commands) => WhenAt(Now, commands);

    public Outcome WhenOn(LocalDate day, params CaseCommand[] commands) => WhenAt(Applications.Morning(day), commands);

    public Outcome WhenAt(Instant now, params CaseCommand[] commands)
    {
        var state = State;
        foreach (var command in commands[..^1])
        {
            state = state.Apply(CaseDecider.Decide(state, command, TestBook.Book, now).Events, now);
        }

        var decision = CaseDecider.Decide(state, commands[^1], TestBook.Book, now);
        return new Outcome(decision, state.Apply(decision.Events, now), now);
    }

    /// <summary>What came of it.</summary>
    internal sealed record Outcome(Decision Decision, CaseState State, Instant Now)
    {
        public Effects Effects => Effects.Of(State, TestBook.Book, Now);

        /// <summary>From here, further.</summary>
        public CaseSpec Next => new(State, Now);

        public Outcome Then(params CaseEvent[] expected)
        {
            Assert.Null(Decision.Rejection);
            Assert.Equal([.. expected.Select(Text)], [.. Decision.Events.Select(Text)], StringComparer.Ordinal);
            return this;
        }

        public Outcome ThenNothing() => Then();

        public void ThenRejected(Rejection why)
        {
            Assert.Equal(why, Decision.Rejection);
            Assert.Empty(Decision.Events);
        }

        private static string Text(CaseEvent happened) => Encoding.UTF8.GetString(EventJson.Write(happened));
    }
}
