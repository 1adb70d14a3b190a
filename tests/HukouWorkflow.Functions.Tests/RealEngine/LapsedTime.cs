using System.Diagnostics;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>The service's time, of which a year passes in a second of the engine's, which is real.</summary>
internal sealed class LapsedTime(DateTimeOffset start, TimeSpan perSecond) : TimeProvider
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + (Stopwatch.GetElapsedTime(_began).TotalSeconds * perSecond);

    /// <summary>
    /// When the engine must wake a case, by its own clock, for it to be that time by the service's. A little later, so that
    /// it is neither too early nor in the past when the orchestrator reads it.
    /// </summary>
    public DateTime OnEngine(DateTime serviceTime)
    {
        var wait = (serviceTime - GetUtcNow().UtcDateTime) / perSecond;
        return DateTime.UtcNow.AddSeconds(Math.Max(wait, 0)).AddMilliseconds(200);
    }
}
