namespace HukouWorkflow.Agencies.Simulation;

/// <summary>
/// The faults of the simulated agencies. The draws behind the rates depend only on the seed, the idempotency key and the
/// number of the attempt, so the same run meets the same faults.
/// </summary>
public sealed record Faults
{
    /// <summary>No faults.</summary>
    public static Faults None { get; } = new();

    /// <summary>Which run of draws is taken.</summary>
    public int Seed { get; init; }

    /// <summary>The agencies that latency, rates and <see cref="FailFirst"/> hit, by name; empty means all.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>How long every request waits before it is looked at, in milliseconds.</summary>
    /// <value>0 to 600,000.</value>
    public int LatencyMs { get; init; }

    /// <summary>The share of attempts refused with 503 before any work is done.</summary>
    /// <value>0 to 1.</value>
    public double ErrorRate { get; init; }

    /// <summary>The share of attempts whose work is done and whose connection is then cut without an answer.</summary>
    /// <value>0 to 1.</value>
    public double DropRate { get; init; }

    /// <summary>The share of attempts whose work is done and whose answer is then held back for <see cref="LateMs"/>.</summary>
    /// <value>0 to 1.</value>
    public double LateRate { get; init; }

    /// <summary>How long a late answer is held back, in milliseconds: longer than the caller's timeout, if it is to notice.</summary>
    /// <value>0 to 600,000; the default is a minute.</value>
    public int LateMs { get; init; } = 60_000;

    /// <summary>The share of attempts handled twice, as if the network had delivered them twice; the second answer is given.</summary>
    /// <value>0 to 1.</value>
    public double DuplicateRate { get; init; }

    /// <summary>How many attempts with each key fail with 503 before one is looked at.</summary>
    /// <value>0 or more.</value>
    public int FailFirst { get; init; }

    /// <summary>Whom a register contradicts.</summary>
    public IReadOnlyList<ContradictedPerson> Contradict { get; init; } = [];

    /// <summary>Whom a benefit agency declines.</summary>
    public IReadOnlyList<DeclinedPerson> Decline { get; init; } = [];

    internal bool Hit(Agency agency) => Agencies.Count == 0 || Agencies.Contains(agency.Name, StringComparer.Ordinal);

    /// <summary>All that is out of range, by the JSON pointer of the field.</summary>
    internal IEnumerable<(string Pointer, string Message)> OutOfRange()
    {
        (string, double)[] rates =
            [("/errorRate", ErrorRate), ("/dropRate", DropRate), ("/lateRate", LateRate), ("/duplicateRate", DuplicateRate)];
        foreach (var (pointer, rate) in rates)
        {
            if (rate is not (>= 0 and <= 1))
            {
                yield return (pointer, "A rate is a number from 0 to 1.");
            }
        }

        foreach (var (pointer, milliseconds) in new[] { ("/latencyMs", LatencyMs), ("/lateMs", LateMs) })
        {
            if (milliseconds is < 0 or > 600_000)
            {
                yield return (pointer, "A time is a number of milliseconds from 0 to 600,000.");
            }
        }

        if (FailFirst < 0)
        {
            yield return ("/failFirst", "A count is 0 or more.");
        }

        for (var i = 0; i < Agencies.Count; i++)
        {
            if (Agency.Named(Agencies[i]) is null)
            {
                yield return ($"/agencies/{i}", $"There is no such agency. They are: {Agency.Names}.");
            }
        }
    }
}
