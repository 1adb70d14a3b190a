using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>What one version of a pack gives a case.</summary>
/// <param name="Version">The version, by the day it came into force.</param>
/// <param name="Route">The route met first under it, or null where none will be as things stand.</param>
/// <param name="MetOn">The day that route is or will be met, or null where none will be as things stand.</param>
public sealed record VersionResult(LocalDate Version, string? Route, LocalDate? MetOn);
