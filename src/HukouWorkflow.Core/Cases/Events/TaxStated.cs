namespace HukouWorkflow.Core.Cases.Events;

/// <summary>Tax paid in a year; it replaces what was stated for that year before.</summary>
/// <param name="Tax">The year and the amount.</param>
public sealed record TaxStated(TaxYear Tax) : FactStated;
