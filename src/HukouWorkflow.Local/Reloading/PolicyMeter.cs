using System.Diagnostics.Metrics;

namespace HukouWorkflow.Local.Reloading;

/// <summary>What is measured of packs that change, under the meter <c>HukouWorkflow.Policies</c>.</summary>
internal sealed class PolicyMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "HukouWorkflow.Policies";

    private readonly Meter _meter = new(Name);
    private long _loaded;
    private long _refused;
    private long _looked;
    private long _moved;
    private int _refusing;
    private int _walking;

    public PolicyMeter()
    {
        // Observed, and not counted as it happens: an alarm needs a series before the first refusal.
        _meter.CreateObservableCounter("hukou.policies.loaded", () => Volatile.Read(ref _loaded), "{book}", "Changed packs that were put in force while the service ran.");
        _meter.CreateObservableCounter("hukou.policies.refused", () => Volatile.Read(ref _refused), "{book}", "Changed packs that did not load or were stricter; those before stayed in force.");
        _meter.CreateObservableGauge("hukou.policies.refusing", () => Volatile.Read(ref _refusing), "{book}", "1 while the policy folder holds something else than what is in force.");
        _meter.CreateObservableCounter("hukou.reevaluation.cases", () => Volatile.Read(ref _looked), "{case}", "Open cases reckoned anew after a change of packs.");
        _meter.CreateObservableCounter("hukou.reevaluation.moved", () => Volatile.Read(ref _moved), "{case}", "Of these, cases whose wake or due day moved.");
        _meter.CreateObservableGauge("hukou.reevaluation.running", () => Volatile.Read(ref _walking), "{walk}", "1 while open cases are reckoned anew.");
    }

    public void Loaded()
    {
        Interlocked.Increment(ref _loaded);
        Volatile.Write(ref _refusing, 0);
    }

    public void Refused()
    {
        Interlocked.Increment(ref _refused);
        Volatile.Write(ref _refusing, 1);
    }

    public void Mended() => Volatile.Write(ref _refusing, 0);

    public void Walking(bool begins) => Volatile.Write(ref _walking, begins ? 1 : 0);

    public void Reckoned(int looked, int moved)
    {
        Interlocked.Add(ref _looked, looked);
        Interlocked.Add(ref _moved, moved);
    }

    public void Dispose() => _meter.Dispose();
}
