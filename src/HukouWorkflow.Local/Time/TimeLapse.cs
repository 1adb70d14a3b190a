using System.Diagnostics;

namespace HukouWorkflow.Local.Time;

/// <summary>
/// Time that runs faster than the machine's, so that five years can be watched. Its timers run as fast as its clock; its
/// timestamps stay real, since they measure work and not lives.
/// </summary>
internal sealed class TimeLapse : TimeProvider
{
    private static readonly DateTimeOffset End = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly double _rate;
    private Stretch _stretch;

    /// <summary>Time that stands at a start until it is let go.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="perSecond">How much passes in a real second; positive.</param>
    public TimeLapse(DateTimeOffset start, TimeSpan perSecond)
    {
        _rate = perSecond.TotalSeconds;
        _stretch = new Stretch(start, start, 0);
    }

    /// <summary>Lets time go on from where it is.</summary>
    /// <param name="atMost">Where it stands still again, for whoever must do something meanwhile and may be slow; null to let it run.</param>
    /// <returns>This time.</returns>
    public TimeLapse Go(TimeSpan? atMost = null)
    {
        // The calendar ends; time left running over a night at a month a second would run past it.
        var start = GetUtcNow();
        Volatile.Write(ref _stretch, new Stretch(start, atMost < End - start ? start + atMost.Value : End, Stopwatch.GetTimestamp()));
        return this;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var stretch = Volatile.Read(ref _stretch);
        var lapsed = Stopwatch.GetElapsedTime(stretch.Began).TotalSeconds * _rate;
        return lapsed < (stretch.End - stretch.Start).TotalSeconds ? stretch.Start + TimeSpan.FromSeconds(lapsed) : stretch.End;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Real(dueTime), Real(period));

    // Rounded up, so that a timer never fires before its time has come.
    private TimeSpan Real(TimeSpan lapsed) =>
        lapsed == Timeout.InfiniteTimeSpan || lapsed == TimeSpan.Zero ? lapsed : TimeSpan.FromMilliseconds(Math.Ceiling(lapsed.TotalMilliseconds / _rate));

    /// <summary>A stretch of running time: from a start, at most to an end, since a real timestamp.</summary>
    private sealed record Stretch(DateTimeOffset Start, DateTimeOffset End, long Began);
}
