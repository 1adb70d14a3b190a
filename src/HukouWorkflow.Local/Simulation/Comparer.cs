using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Simulates the same people twice: each lives one life, judged under either pack.</summary>
/// <param name="book">The calendar, and packs of which those compared take the place.</param>
/// <param name="run">What is simulated, under the first pack.</param>
/// <param name="versus">The same under the second.</param>
internal sealed class Comparer(PolicyBook book, SimulationRun run, SimulationRun versus) : SharedWork<Comparison>(run.Arrivals.People)
{
    private readonly Lives _first = new(book, run);
    private readonly Lives _second = new(book, versus);

    /// <inheritdoc/>
    protected override Comparison NoTotals() => new(run.NoTotals(), versus.NoTotals(), new Pairs(run.Scenario.Start, run.End));

    /// <inheritdoc/>
    protected override void Live(long person, Comparison totals) =>
        totals.Pairs.Count(_first.Live(person, totals.First), _second.Live(person, totals.Second));

    /// <inheritdoc/>
    protected override void Add(Comparison totals, Comparison others) => totals.Add(others);
}
