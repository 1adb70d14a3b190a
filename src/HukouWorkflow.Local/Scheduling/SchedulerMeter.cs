using System.Diagnostics;
using System.Diagnostics.Metrics;
using HukouWorkflow.Core;

namespace HukouWorkflow.Local.Scheduling;

/// <summary>What the scheduler measures of itself.</summary>
internal sealed class SchedulerMeter : IDisposable
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "HukouWorkflow.Scheduler";

    // The exporter's own buckets are for milliseconds: every step would fall into the first.
    private static readonly InstrumentAdvice<double> Work = new() { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly InstrumentAdvice<double> Delay = new() { HistogramBucketBoundaries = [0.001, 0.01, 0.1, 1, 10, 60, 600, 3_600, 86_400] };

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _steps;
    private readonly Histogram<double> _lateness;
    private long _setAside;

    public SchedulerMeter(ServiceClock clock)
    {
        _steps = _meter.CreateHistogram<double>("hukou.step.duration", "s", "Real time a step took, agencies included.", tags: null, Work);
        _lateness = _meter.CreateHistogram<double>("hukou.step.lateness", "s", "Service time between a case's wake and its step.", tags: null, Delay);
        // Observed, and not counted as it happens: an alarm needs a series before the first failure.
        _meter.CreateObservableCounter("hukou.step.set_aside", () => Volatile.Read(ref _setAside), "{step}", "Steps that failed; the case is tried again later.");
        _meter.CreateObservableGauge("hukou.clock.behind", () => clock.Behind.TotalSeconds, "s", "How far the machine's clock is behind what the service has seen.");
    }

    public static ActivitySource Activities { get; } = new(Name);

    public void Stepped(TimeSpan took) => _steps.Record(took.TotalSeconds);

    public void Late(double seconds) => _lateness.Record(seconds);

    public void SetAside() => Interlocked.Increment(ref _setAside);

    public void Dispose() => _meter.Dispose();
}
