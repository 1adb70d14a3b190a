using System.Diagnostics;

namespace HukouWorkflow.Local.Time;

/// <summary>
/// Time that runs faster than the machine's, so that five years can be watched. Its timers run as fast as its clock; its
/// timestamps stay real, since they measure work and not lives.
/// </summary>
internal sealed class TimeLapse : TimeProvider
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset _start;
    private readonly double _rate;

    /// <summary>Time from a start on.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="perSecond">How much passes in a real second; positive.</param>
    public TimeLapse(DateTimeOffset start, TimeSpan perSecond)
    {
        _start = start;
        _rate = perSecond.TotalSeconds;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + (Stopwatch.GetElapsedTime(_began) * _rate);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Real(dueTime), Real(period));

    // Rounded up, so that a timer never fires before its time has come.
    private TimeSpan Real(TimeSpan lapsed) =>
        lapsed == Timeout.InfiniteTimeSpan || lapsed == TimeSpan.Zero ? lapsed : TimeSpan.FromMilliseconds(Math.Ceiling(lapsed.TotalMilliseconds / _rate));
}
