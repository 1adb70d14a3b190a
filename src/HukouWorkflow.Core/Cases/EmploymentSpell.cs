using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Cases;

/// <summary>A spell of work. The employer is personal data and is kept apart.</summary>
/// <param name="Kind">What kind of work.</param>
/// <param name="Span">Its days.</param>
public readonly record struct EmploymentSpell(EmploymentKind Kind, DateSpan Span);
