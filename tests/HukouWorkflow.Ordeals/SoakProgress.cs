namespace HukouWorkflow.Ordeals;

/// <summary>How far a soak is.</summary>
/// <param name="Interruptions">How often the process was killed or stopped.</param>
/// <param name="Cases">Applications acknowledged.</param>
/// <param name="Acknowledged">Everything acknowledged, applications included.</param>
public sealed record SoakProgress(int Interruptions, int Cases, int Acknowledged);
