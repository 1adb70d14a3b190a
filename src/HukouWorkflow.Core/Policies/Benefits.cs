namespace HukouWorkflow.Core.Policies;

/// <summary>What each stage brings.</summary>
/// <param name="Permit">The services that a residence permit brings, from its first day.</param>
/// <param name="Settlement">The benefits that the settlement brings; they are requested of their agencies.</param>
public sealed record Benefits(IReadOnlyList<GrantedBenefit> Permit, IReadOnlyList<GrantedBenefit> Settlement);
