using System.Diagnostics.Metrics;
using NodaTime;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>What the Functions app measures of itself.</summary>
public sealed class FunctionsMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "HukouWorkflow.Functions";

    private readonly Meter _meter = new(Name);
    private readonly Gauge<long> _late;
    private readonly Gauge<double> _behind;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _quarantined;
    private readonly Counter<long> _escalated;

    /// <summary>Makes the instruments.</summary>
    public FunctionsMeter()
    {
        _late = _meter.CreateGauge<long>("hukou.cases.late", "{case}", "Cases the last sweep found due for more than five minutes, at most 1,000.");
        _behind = _meter.CreateGauge<double>("hukou.cases.behind", "s", "How long the first of them had been due.");
        _lost = _meter.CreateCounter<long>("hukou.wakes.lost", "{wake}", "Wakes that could not be raised; the sweep finds their cases.");
        _quarantined = _meter.CreateCounter<long>("hukou.cases.quarantined", "{look}", "Looks at a case whose journal is broken: more than none means that a case is quarantined.");
        _escalated = _meter.CreateCounter<long>("hukou.benefits.escalated", "{attempt}", "Attempts to have a benefit granted that failed after a caseworker had been given it, or with which that began.");
        // An alarm needs a series before the first failure.
        _lost.Add(0);
        _quarantined.Add(0);
        _escalated.Add(0);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void Swept(int late, Duration behind)
    {
        _late.Record(late);
        _behind.Record(behind.TotalSeconds);
    }

    internal void LostWake() => _lost.Add(1);

    internal void Quarantined() => _quarantined.Add(1);

    internal void Escalated(string benefit) => _escalated.Add(1, new KeyValuePair<string, object?>("benefit", benefit));
}
