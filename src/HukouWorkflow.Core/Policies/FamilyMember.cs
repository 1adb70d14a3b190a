using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies;

/// <summary>A member of the family who may come along.</summary>
/// <param name="Relation">How they are related to the person who is settled.</param>
/// <param name="Under">For a child, the parameter with the age it must be under, or null where any child may.</param>
/// <param name="Men">For a parent, the parameter with the least age of men, or null where any may.</param>
/// <param name="Women">For a parent, the parameter with the least age of women, or null where any may.</param>
public sealed record FamilyMember(Relation Relation, string? Under, string? Men, string? Women);
