using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A spell of social insurance.</summary>
/// <param name="Span">Its days.</param>
public sealed record InsuranceStated(DateSpan Span) : FactStated;
