using HukouWorkflow.Core.Calendar;
using NodaTime;

namespace HukouWorkflow.Core;

/// <summary>
/// The service's clock: what "now" means for every case. It never goes back: when the machine's clock is set back, it
/// stands still until that has caught up, so that no journal runs backwards and nothing falls due twice. Milliseconds.
/// </summary>
public sealed class ServiceClock
{
    private long _latest;

    /// <summary>Begins at the time provider's time, or at the latest instant already on record where that is later.</summary>
    /// <param name="time">Where time comes from: the machine's, or a lapse of it.</param>
    /// <param name="latestOnRecord">The latest instant in the store, or null where it is empty.</param>
    public ServiceClock(TimeProvider time, Instant? latestOnRecord)
    {
        Time = time;
        _latest = latestOnRecord?.ToUnixTimeMilliseconds() ?? long.MinValue;
    }

    /// <summary>Where time comes from; timers are set on it.</summary>
    public TimeProvider Time { get; }

    /// <summary>The present instant, to the millisecond.</summary>
    public Instant Now
    {
        get
        {
            var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
            var latest = Volatile.Read(ref _latest);
            while (now > latest)
            {
                var seen = Interlocked.CompareExchange(ref _latest, now, latest);
                if (seen == latest)
                {
                    return Instant.FromUnixTimeMilliseconds(now);
                }

                latest = seen;
            }

            return Instant.FromUnixTimeMilliseconds(latest);
        }
    }

    /// <summary>How far the machine's clock is behind what the service has seen; zero where it is not.</summary>
    public Duration Behind =>
        Duration.Max(Duration.Zero, Now - Instant.FromUnixTimeMilliseconds(Time.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <summary>The present day in China.</summary>
    public LocalDate Today => ChinaTime.DateOf(Now);
}
