namespace HukouWorkflow.Core.Ports;

/// <summary>What came of requesting a benefit.</summary>
/// <param name="Reference">The agency's reference where it granted the benefit, otherwise null.</param>
/// <param name="Declined">Whether it answered and declined, so that a person must look at once.</param>
/// <param name="Reason">A code (letters, digits, hyphens, at most 64) where it did not grant, never free text.</param>
public readonly record struct BenefitReply(string? Reference, bool Declined, string? Reason);
