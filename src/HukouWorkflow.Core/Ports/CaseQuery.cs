using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>Which cases to list.</summary>
/// <param name="Districts">Only these districts; null for all.</param>
/// <param name="Statuses">Only these statuses; null for all.</param>
/// <param name="DueBefore">Only cases due before this day; null for all.</param>
/// <param name="After">Only cases after this one in the list's order; null from the start.</param>
/// <param name="Limit">How many at most, 1 or more.</param>
public sealed record CaseQuery(
    IReadOnlyList<DivisionCode>? Districts,
    IReadOnlyList<CaseStatus>? Statuses,
    LocalDate? DueBefore,
    CasePosition? After,
    int Limit);
