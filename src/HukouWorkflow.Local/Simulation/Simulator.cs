using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Simulates people under one pack.</summary>
/// <param name="book">The calendar, and packs of which the run's takes the place of its own.</param>
/// <param name="run">What is simulated.</param>
internal sealed class Simulator(PolicyBook book, SimulationRun run) : SharedWork<Totals>(run.Arrivals.People)
{
    private readonly Lives _lives = new(book, run);

    /// <inheritdoc/>
    protected override Totals NoTotals() => run.NoTotals();

    /// <inheritdoc/>
    protected override void Live(long person, Totals totals) => _lives.Live(person, totals);

    /// <inheritdoc/>
    protected override void Add(Totals totals, Totals others) => totals.Add(others);
}
