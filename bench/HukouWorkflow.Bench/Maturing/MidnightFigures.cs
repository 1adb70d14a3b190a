using System.Globalization;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Maturing;

/// <summary>Tells how a midnight went, and what applicants felt of it.</summary>
internal static class MidnightFigures
{
    private const string Intake = "Applications meanwhile";
    private const string Settling = "Cases that fell due together";

    /// <summary>The figures over several midnights.</summary>
    public static IReadOnlyList<Figure> Of(int cases, IReadOnlyList<MidnightOutcome> runs)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"{runs.Average(run => run.ShareDuring):P0} of the time measured as during lay before the last case was settled");
        return
        [
            Ratio("p99, during to before", runs, result => result.Latency.P99, share),
            .. BothOf("p99", "ms", runs, result => result.Latency.P99),
            Ratio("p50, during to before", runs, result => result.Latency.P50, ""),
            .. BothOf("p50", "ms", runs, result => result.Latency.P50),
            Ratio("Accepted a second, during to before", runs, result => result.PerSecond, ""),
            .. BothOf("accepted", "/s", runs, result => result.PerSecond),
            Each("Time to clear", "s", "from the midnight to the last case settled", run => run.Cleared.TotalSeconds),
            Each("Cases settled", "/s", "agencies in process, applications coming in", run => cases / run.Cleared.TotalSeconds),
            Each("Delay p50", "ms", "from the wake until the maturity was written", run => run.DelayAt(0.50)),
            Each("Delay p99", "ms", "from the wake until the maturity was written", run => run.DelayAt(0.99)),
        ];

        Figure Each(string what, string unit, string detail, Func<MidnightOutcome, double> read) => Figure.OfRuns(Settling, what, [.. runs.Select(read)], unit, detail);
    }

    private static Figure Ratio(string what, IReadOnlyList<MidnightOutcome> runs, Func<LoadResult, double> read, string detail) =>
        Figure.OfRuns(Intake, what, [.. runs.Select(run => MidnightOutcome.Middle(run.During, read) / MidnightOutcome.Middle(run.Before, read))], "x", detail);

    private static IEnumerable<Figure> BothOf(string what, string unit, IReadOnlyList<MidnightOutcome> runs, Func<LoadResult, double> read)
    {
        yield return Figure.OfRuns(Intake, what + " during", [.. runs.SelectMany(run => run.During).Select(window => read(window.Result))], unit, "each window");
        yield return Figure.OfRuns(Intake, what + " before", [.. runs.SelectMany(run => run.Before).Select(window => read(window.Result))], unit, "each window");
    }
}
