using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What one version gives.</summary>
/// <param name="Version">The version, by the day it came into force.</param>
/// <param name="Route">The route met first, or null where none will be as things stand.</param>
/// <param name="MetOn">The day that route is or will be met, or null; under a version later than the one applied under never before that version's day.</param>
/// <param name="Tree">Why.</param>
/// <param name="Residence">The residence clock under this version.</param>
public sealed record VersionEvaluation(LocalDate Version, string? Route, LocalDate? MetOn, Finding Tree, ClockReading Residence)
{
    internal bool IsMetBefore(VersionEvaluation other) => MetOn is { } day && (other.MetOn is not { } otherDay || day < otherDay);
}
