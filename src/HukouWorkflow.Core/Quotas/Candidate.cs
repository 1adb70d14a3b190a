using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Quotas;

/// <summary>A case that meets the conditions of a ranked route.</summary>
/// <param name="State">The case.</param>
/// <param name="Points">Its points on the day of the ranking.</param>
internal sealed record Candidate(CaseState State, decimal Points);
