using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A spell of schooling.</summary>
/// <param name="Span">Its days.</param>
public sealed record StudyStated(DateSpan Span) : FactStated;
