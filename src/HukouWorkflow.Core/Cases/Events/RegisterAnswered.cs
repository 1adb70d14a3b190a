namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A register answered, or is taken for unknown after its last retry.</summary>
/// <param name="Effect">The number of the effect it answers.</param>
/// <param name="Register">The register.</param>
/// <param name="Outcome">What it said.</param>
/// <param name="Reason">A code of the register's own, or null; never free text.</param>
public sealed record RegisterAnswered(int Effect, Register Register, CheckOutcome Outcome, string? Reason) : CaseEvent;
