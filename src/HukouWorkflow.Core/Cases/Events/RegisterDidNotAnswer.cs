using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A register could not be reached or gave no usable answer; it is asked again.</summary>
/// <param name="Effect">The number of the effect.</param>
/// <param name="Register">The register.</param>
/// <param name="Attempt">Which attempt failed, from 1.</param>
/// <param name="RetryAt">When it is asked again.</param>
/// <param name="Reason">A code, never free text.</param>
public sealed record RegisterDidNotAnswer(int Effect, Register Register, int Attempt, Instant RetryAt, string Reason) : CaseEvent;
