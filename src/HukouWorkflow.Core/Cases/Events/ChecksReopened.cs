namespace HukouWorkflow.Core.Cases.Events;

/// <summary>New facts or evidence arrived while a person was to decide; the registers are asked again, since a grant may still be automatic.</summary>
/// <param name="Registers">The registers to be asked, in the order in which their effects are numbered.</param>
public sealed record ChecksReopened(IReadOnlyList<Register> Registers) : CaseEvent;
