namespace HukouWorkflow.Core.Cases;

/// <summary>A benefit a grant brings to one person.</summary>
/// <param name="Kind">The benefit.</param>
/// <param name="Person">0 for the applicant, otherwise the household member's number.</param>
public readonly record struct OwedBenefit(BenefitKind Kind, int Person);
