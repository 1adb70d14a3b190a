using HukouWorkflow.Bench.Reporting;
using NodaTime;

namespace HukouWorkflow.Bench.Maturing;

/// <summary>What came of a midnight at which many cases fell due.</summary>
/// <param name="Delays">From the midnight until each case's maturity was written, shortest first.</param>
/// <param name="Cleared">From the midnight until the last case was settled.</param>
/// <param name="Windows">The applications meanwhile, in order.</param>
internal sealed record MidnightOutcome(IReadOnlyList<Duration> Delays, Duration Cleared, IReadOnlyList<IntakeWindow> Windows)
{
    /// <summary>The windows that ended before the midnight; the very first warmed the service up and does not count.</summary>
    public IReadOnlyList<IntakeWindow> Before => [.. Windows.Skip(1).Where(window => window.To <= MidnightPlan.Midnight)];

    /// <summary>The windows that lie between the midnight and the last case settled; the one nearest to that where none does.</summary>
    public IReadOnlyList<IntakeWindow> During
    {
        get
        {
            var end = MidnightPlan.Midnight + Cleared;
            List<IntakeWindow> within = [.. Windows.Where(window => window.From >= MidnightPlan.Midnight && window.To <= end)];
            return within.Count > 0 ? within : [Windows.MaxBy(window => Instant.Min(window.To, end) - Instant.Max(window.From, MidnightPlan.Midnight))!];
        }
    }

    /// <summary>How much of the time in <see cref="During"/> cases were being settled: 1 where the windows lie within.</summary>
    public double ShareDuring => During.Average(window =>
        Math.Max(0, (Instant.Min(window.To, MidnightPlan.Midnight + Cleared) - Instant.Max(window.From, MidnightPlan.Midnight)) / (window.To - window.From)));

    /// <summary>The delay that a share of the cases did not exceed, in milliseconds.</summary>
    public double DelayAt(double share) => Delays[(int)Math.Ceiling(share * Delays.Count) - 1].TotalMilliseconds;

    /// <summary>The middle of some windows.</summary>
    public static double Middle(IReadOnlyList<IntakeWindow> windows, Func<Loading.LoadResult, double> read) => Figure.Median([.. windows.Select(window => read(window.Result))]);
}
