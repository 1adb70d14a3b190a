namespace HukouWorkflow.Core.Policies;

/// <summary>What one version asks in one district class.</summary>
/// <param name="Routes">The routes open there.</param>
/// <param name="Points">The points table, or null where the pack has none.</param>
internal sealed record DistrictRules(IReadOnlyList<RouteRules> Routes, PointsTable? Points);
