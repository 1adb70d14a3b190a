using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Local.Simulation;

/// <summary>A synthetic person: what the service is told of their life, and when.</summary>
/// <param name="Told">What is told, in order: first the application, then facts and perhaps a withdrawal.</param>
internal sealed record Person(IReadOnlyList<(NodaTime.Instant At, CaseCommand Command)> Told);
