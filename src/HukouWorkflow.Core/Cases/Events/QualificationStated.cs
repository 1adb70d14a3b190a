namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A qualification was awarded.</summary>
/// <param name="Qualification">Which, and when.</param>
public sealed record QualificationStated(Qualification Qualification) : FactStated;
