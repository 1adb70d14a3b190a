using System.Diagnostics;
using HdrHistogram;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Collects how long requests took, from several threads at once and without allocating.</summary>
internal sealed class LatencyRecorder
{
    private const double MicrosecondsInMillisecond = 1_000;
    private const long Longest = 600_000_000;
    private const int Digits = 3;
    private static readonly double MicrosecondsInTick = 1e6 / Stopwatch.Frequency;

    private readonly LongConcurrentHistogram _histogram = new(1, Longest, Digits);

    /// <summary>Notes one request; more than ten minutes count as ten.</summary>
    /// <param name="stopwatchTicks">How long it took, in ticks of <see cref="Stopwatch"/>.</param>
    public void Note(long stopwatchTicks) => _histogram.RecordValue(Math.Clamp((long)(stopwatchTicks * MicrosecondsInTick), 1, Longest));

    /// <summary>What was noted; zeros where nothing was, as when the service is killed before it answers.</summary>
    public Latency Read() => new(At(50), At(90), At(99), At(99.9), At(100));

    private double At(double percentile) => _histogram.TotalCount == 0 ? 0 : _histogram.GetValueAtPercentile(percentile) / MicrosecondsInMillisecond;
}
