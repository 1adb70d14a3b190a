using System.Diagnostics;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Lets people through one by one, until all have passed or time is up.</summary>
/// <param name="first">The first person's number.</param>
/// <param name="last">The last person's.</param>
/// <param name="closesAt">When it closes, in ticks of <see cref="Stopwatch"/>.</param>
internal sealed class Turnstile(int first, int last, long closesAt)
{
    private int _passed = first - 1;

    /// <summary>Whether nobody gets through any more.</summary>
    public bool IsClosed => Volatile.Read(ref _passed) >= last || Stopwatch.GetTimestamp() >= closesAt;

    /// <summary>Lets the next person through.</summary>
    public bool TryNext(out int person)
    {
        person = 0;
        return !IsClosed && (person = Interlocked.Increment(ref _passed)) <= last;
    }
}
