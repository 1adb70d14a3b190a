namespace HukouWorkflow.Core.Cases;

/// <summary>Tax paid in a calendar year by an enterprise the person invested in.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Paid">What was paid.</param>
public readonly record struct TaxYear(int Year, Yuan Paid);
