using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A request for a benefit keeps failing or was declined: a caseworker is shown it, and it is still made again, more slowly.</summary>
/// <param name="Effect">The number of the effect.</param>
/// <param name="Attempt">Which attempt failed, from 1.</param>
/// <param name="RetryAt">When it is made again.</param>
/// <param name="Reason">A code, never free text.</param>
public sealed record BenefitEscalated(int Effect, int Attempt, Instant RetryAt, string Reason) : CaseEvent;
