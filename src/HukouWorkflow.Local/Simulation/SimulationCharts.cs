namespace HukouWorkflow.Local.Simulation;

/// <summary>x</summary>
internal static class SimulationCharts
{
    /// <summary>x</summary>
    public static IReadOnlyList<string> Write(string folder, SimulationRun run, Totals totals) => [];
}
