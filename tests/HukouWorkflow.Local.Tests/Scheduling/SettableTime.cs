namespace HukouWorkflow.Local.Tests.Scheduling;

/// <summary>The machine's clock, which somebody sets. Its timers are real, and hear nothing of that.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
        set => Volatile.Write(ref _ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;
}
