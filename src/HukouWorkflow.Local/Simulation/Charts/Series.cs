namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>One row of figures in a chart.</summary>
/// <param name="Name">What it is called in the legend.</param>
/// <param name="Values">The figures, in the chart's unit.</param>
/// <param name="IsDashed">Whether its line is broken, so that one it covers can be seen through it.</param>
internal sealed record Series(string Name, IReadOnlyList<double> Values, bool IsDashed = false);
