using System.Diagnostics;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Has people apply at a steady pace that no answer slows down.</summary>
/// <param name="begins">When the first one applies, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="first">That person's number.</param>
/// <param name="perSecond">How many apply in a second.</param>
internal sealed class Pace(long begins, int first, double perSecond)
{
    /// <summary>Waits until it is a person's turn. The system's timer is up to a millisecond late, and nobody is early.</summary>
    /// <returns>When it was their turn, in ticks of <see cref="Stopwatch"/>; long ago where every connection was waiting for an answer.</returns>
    public async ValueTask<long> ArriveAsync(int person)
    {
        var turn = begins + (long)((person - first) / perSecond * Stopwatch.Frequency);
        while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), turn) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)));
        }

        return turn;
    }
}
