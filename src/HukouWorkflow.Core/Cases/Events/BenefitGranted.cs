namespace HukouWorkflow.Core.Cases.Events;

/// <summary>An agency granted a benefit.</summary>
/// <param name="Effect">The number of the effect it answers.</param>
/// <param name="Kind">The benefit.</param>
/// <param name="Person">0 for the applicant, otherwise the household member's number.</param>
/// <param name="Reference">The agency's reference.</param>
public sealed record BenefitGranted(int Effect, BenefitKind Kind, int Person, string Reference) : CaseEvent;
