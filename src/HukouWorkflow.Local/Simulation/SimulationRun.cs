using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>What is simulated: everything the result depends on.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Pack">The pack.</param>
/// <param name="Arrivals">Who arrives when.</param>
/// <param name="End">The first day after the simulation.</param>
/// <param name="Seed">What chance is drawn from.</param>
internal sealed record SimulationRun(Scenario Scenario, PolicyPack Pack, Arrivals Arrivals, LocalDate End, ulong Seed)
{
    /// <summary>What the rules are called in tables and charts: the pack, and the date where it is one day's rules.</summary>
    public string Rules { get; init; } = Pack.Id;

    /// <summary>Totals to count into, all zero.</summary>
    public Totals NoTotals() => new(Scenario.Start, End, Scenario.Arrivals.Min(period => period.From));
}
