namespace HukouWorkflow.Bench.Reporting;

/// <summary>What a figure is held against, from the same run.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Value">The same figure of it, in the same unit: the median, where there were several runs.</param>
/// <param name="Ratio">The figure to this one: the median of the runs' own ratios.</param>
internal sealed record Yardstick(string Of, double Value, double Ratio);
