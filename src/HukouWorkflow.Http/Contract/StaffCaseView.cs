using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A case as staff see it.</summary>
/// <param name="Case">As its applicant sees it.</param>
/// <param name="District">The district responsible.</param>
/// <param name="ReceivedAt">When the application was received.</param>
/// <param name="Version">The case's version.</param>
/// <param name="LandElection">What was elected for rural land: information only.</param>
public sealed record StaffCaseView(
    CaseView Case,
    DivisionCode District,
    Instant ReceivedAt,
    int Version,
    LandElection? LandElection);
