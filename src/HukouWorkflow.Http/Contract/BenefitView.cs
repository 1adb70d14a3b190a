using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A benefit.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Person">0 for the applicant, otherwise the household member's number.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="At">When that last changed.</param>
/// <param name="Reference">The agency's reference, once granted.</param>
public sealed record BenefitView(
    BenefitKind Kind,
    int Person,
    BenefitStatus Status,
    Instant At,
    string? Reference);
