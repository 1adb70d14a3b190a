using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A case in a list.</summary>
/// <param name="Id">The case.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="District">The district responsible.</param>
/// <param name="Due">The day by which somebody must do something.</param>
public sealed record CaseItemView(
    CaseId Id,
    CaseStatus Status,
    Instant Since,
    DivisionCode District,
    LocalDate? Due);
