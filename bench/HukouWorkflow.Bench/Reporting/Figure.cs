namespace HukouWorkflow.Bench.Reporting;

/// <summary>One figure of a report.</summary>
/// <param name="Part">What it belongs to.</param>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure: the median, where there were several runs.</param>
/// <param name="Unit">Its unit; <c>x</c> for a ratio.</param>
/// <param name="Low">The lowest of several runs; null where it is a count.</param>
/// <param name="High">The highest of several runs; null where it is a count.</param>
/// <param name="Detail">What it is made of.</param>
/// <param name="Against">What it is held against; null where it stands alone.</param>
internal sealed record Figure(string Part, string What, double Value, string Unit, double? Low = null, double? High = null, string Detail = "", Yardstick? Against = null)
{
    /// <summary>The runs, in order; empty where it is a count.</summary>
    public IReadOnlyList<double> Runs { get; private init; } = [];

    /// <summary>A figure over several runs.</summary>
    public static Figure OfRuns(string part, string what, IReadOnlyList<double> runs, string unit, string detail) =>
        new(part, what, Median(runs), unit, runs.Min(), runs.Max(), detail) { Runs = runs };

    /// <summary>The figure held against another, whose runs took turns with its own.</summary>
    /// <param name="of">What the other is.</param>
    /// <param name="runs">The other's runs, as many and in the same order.</param>
    public Figure Beside(string of, IReadOnlyList<double> runs) =>
        this with { Against = new Yardstick(of, Median(runs), Median([.. Runs.Zip(runs, (own, other) => own / other)])) };

    /// <summary>The middle of some values, or the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
