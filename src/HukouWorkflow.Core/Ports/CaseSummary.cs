using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>A case in a list.</summary>
/// <param name="Id">The case.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="District">The district that is responsible for it.</param>
/// <param name="Due">The day by which somebody must do something, or null.</param>
public sealed record CaseSummary(CaseId Id, CaseStatus Status, Instant Since, DivisionCode District, LocalDate? Due);
