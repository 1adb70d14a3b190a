using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>A spell of work. The employer is personal data and is kept apart.</summary>
/// <param name="Kind">What kind of work.</param>
/// <param name="Span">Its days.</param>
public readonly record struct EmploymentSpell(EmploymentKind Kind, DateSpan Span)
{
    /// <summary>The kind of workplace where cities ask less of it, or null.</summary>
    public Workplace? Workplace { get; init; }

    /// <summary>The length of time the contract was agreed for, or null where it is open or was not stated.</summary>
    public Period? Contract { get; init; }
}
