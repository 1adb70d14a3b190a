using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What an entry of a points table gives from a day on, as things stand.</summary>
internal readonly record struct PointsStep(LocalDate Day, decimal Points);
