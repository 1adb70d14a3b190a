namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>The engine's clock. It moves only when nothing else can happen; timers set on it are real ones, and hear nothing of that.</summary>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>The clock of a worker that goes wrong by a fixed amount: positive where it is ahead of the engine's.</summary>
    public TimeProvider OffBy(TimeSpan skew) => new Skewed(this, skew);

    /// <summary>Moves on, never back, and lets nothing run: the engine finds itself at that time, with all that has fallen due meanwhile.</summary>
    public void AdvanceTo(DateTimeOffset time) => Volatile.Write(ref _ticks, Math.Max(time.UtcTicks, Volatile.Read(ref _ticks)));

    private sealed class Skewed(VirtualTime time, TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + skew;
    }
}
