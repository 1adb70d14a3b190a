namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>One thing a case owes to the outside, as orchestrators pass it on to an activity.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="No">The effect's number in the case; with the case id it is the idempotency key.</param>
/// <param name="Agency">The register or the benefit, as the contract words it.</param>
public sealed record DueEffect(string CaseId, int No, string Agency);
