using HukouWorkflow.Agencies;

namespace HukouWorkflow.Bench.Lives;

/// <summary>How agencies are asked where time is virtual: once, at once, and no circuit opens for a while of real time.</summary>
internal static class SimulatedAgencies
{
    /// <summary>The options.</summary>
    public static AgencyOptions At(Uri address) => new() { BaseAddress = address, Attempts = 1, BreakAfter = 10_000 };
}
