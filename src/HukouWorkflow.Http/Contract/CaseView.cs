using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A case as its applicant sees it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Policy">The rules that apply.</param>
/// <param name="Clock">The residence clock; null only where the pack is gone.</param>
/// <param name="Checks">What the registers said.</param>
/// <param name="Benefits">The benefits.</param>
/// <param name="Review">Why a person decides, while one must.</param>
/// <param name="Decision">The decision, once made.</param>
/// <param name="Remedies">What can be done against a decision.</param>
/// <param name="Timeline">What happened.</param>
/// <param name="Links">Where to look.</param>
public sealed record CaseView(
    CaseId Id,
    CaseStatus Status,
    Instant Since,
    PolicyView Policy,
    ClockView? Clock,
    IReadOnlyList<CheckView> Checks,
    IReadOnlyList<BenefitView> Benefits,
    ReviewView? Review,
    DecisionView? Decision,
    IReadOnlyList<RemedyView> Remedies,
    IReadOnlyList<TimelineView> Timeline,
    LinksView Links);
