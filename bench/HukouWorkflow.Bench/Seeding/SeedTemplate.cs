using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using NodaTime;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>A decided application, of which each case that arrives on its day in its district is one more.</summary>
/// <param name="Application">The application, of nobody yet.</param>
/// <param name="Events">What the decider made of it, the application first.</param>
/// <param name="Effects">What such a case owes, and when it is looked at next.</param>
internal sealed record SeedTemplate(ApplicationReceived Application, IReadOnlyList<CaseEvent> Events, Effects Effects)
{
    /// <summary>The events of one applicant's case.</summary>
    public IReadOnlyList<CaseEvent> EventsOf(Core.Identity.PersonKey applicant) => [Application with { Applicant = applicant }, .. Events.Skip(1)];

    /// <summary>The wake such a case must have: a case without one waits for nobody.</summary>
    public Instant Wake => Effects.NextWake!.Value;
}
