namespace HukouWorkflow.Bench.Growing;

/// <summary>What something came to in several runs, beside so many open cases.</summary>
/// <param name="What">What was measured; the same words at every size.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Cases">Open cases in the folder.</param>
/// <param name="Runs">The figure of each run, one or more.</param>
/// <param name="Detail">What it is made of.</param>
internal sealed record SizedRuns(string What, string Unit, int Cases, IReadOnlyList<double> Runs, string Detail = "")
{
    /// <summary>The middle run.</summary>
    public double Median => Reporting.Figure.Median(Runs);
}
