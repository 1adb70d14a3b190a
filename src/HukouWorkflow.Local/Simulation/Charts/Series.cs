namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>One row of figures in a chart.</summary>
/// <param name="Name">What it is called in the legend.</param>
/// <param name="Values">The figures, in the chart's unit.</param>
internal sealed record Series(string Name, IReadOnlyList<double> Values);
