using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>One benefit for one person, and how far it has come.</summary>
/// <param name="Effect">The effect's number in the case; with the case id it is the idempotency key.</param>
/// <param name="Kind">The benefit.</param>
/// <param name="Person">0 for the applicant, otherwise the household member's number.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Attempts">Attempts that failed so far.</param>
/// <param name="DueAt">When it is to be requested (again).</param>
/// <param name="Reference">The agency's reference once granted.</param>
/// <param name="At">When its status last changed.</param>
public sealed record BenefitRequest(
    int Effect,
    BenefitKind Kind,
    int Person,
    BenefitStatus Status,
    int Attempts,
    Instant DueAt,
    string? Reference,
    Instant At);
