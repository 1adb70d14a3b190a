using System.Diagnostics;

namespace HukouWorkflow.Local.Time;

/// <summary>
/// Time that runs faster than the machine's, so that five years can be watched. Its timers run as fast as its clock; its
/// timestamps stay real, since they measure work and not lives.
/// </summary>
internal sealed class TimeLapse : TimeProvider
{
    private static readonly DateTimeOffset End = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset _start;
    private readonly double _rate;
    private long? _began;

    /// <summary>Time that stands at a start until it is let go.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="perSecond">How much passes in a real second; positive.</param>
    public TimeLapse(DateTimeOffset start, TimeSpan perSecond)
    {
        _start = start;
        _rate = perSecond.TotalSeconds;
    }

    /// <summary>Lets time go.</summary>
    /// <returns>This time.</returns>
    public TimeLapse Go()
    {
        _began = Stopwatch.GetTimestamp();
        return this;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        if (_began is not { } began)
        {
            return _start;
        }

        // The calendar ends; time left running over a night at a month a second would run past it.
        var lapsed = Stopwatch.GetElapsedTime(began).TotalSeconds * _rate;
        return lapsed < (End - _start).TotalSeconds ? _start + TimeSpan.FromSeconds(lapsed) : End;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Real(dueTime), Real(period));

    // Rounded up, so that a timer never fires before its time has come.
    private TimeSpan Real(TimeSpan lapsed) =>
        lapsed == Timeout.InfiniteTimeSpan || lapsed == TimeSpan.Zero ? lapsed : TimeSpan.FromMilliseconds(Math.Ceiling(lapsed.TotalMilliseconds / _rate));
}
