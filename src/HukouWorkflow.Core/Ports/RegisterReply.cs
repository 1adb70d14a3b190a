using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Ports;

/// <summary>What came of asking a register.</summary>
/// <param name="Outcome">Its answer, or null where none came and it should be asked again.</param>
/// <param name="Reason">A code (letters, digits, hyphens, at most 64), never free text; null where there is nothing to say.</param>
public readonly record struct RegisterReply(CheckOutcome? Outcome, string? Reason);
