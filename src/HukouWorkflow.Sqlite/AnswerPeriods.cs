namespace HukouWorkflow.Sqlite;

/// <summary>
/// Idempotent answers are kept by period of 31 days of real time and found in the present period and the one before, so
/// each is kept for 31 to 62 days, found by two look-ups, and pruned from one end of the table without an index of its own.
/// A period never goes back: with a clock set back, what was just written must still be found.
/// </summary>
/// <param name="realTime">Real time, also where the service's own clock runs faster.</param>
/// <param name="newest">The newest period in the file.</param>
internal sealed class AnswerPeriods(TimeProvider realTime, long newest)
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(31);

    private readonly Lock _gate = new();
    private long _newest = newest;

    /// <summary>The period answers are written in now.</summary>
    public long Current
    {
        get
        {
            var now = (realTime.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / Length.Ticks;
            lock (_gate)
            {
                return _newest = Math.Max(_newest, now);
            }
        }
    }
}
