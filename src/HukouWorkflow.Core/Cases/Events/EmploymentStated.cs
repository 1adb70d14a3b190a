namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A spell of work. The employer is kept apart, encrypted.</summary>
/// <param name="Spell">The spell.</param>
public sealed record EmploymentStated(EmploymentSpell Spell) : FactStated;
