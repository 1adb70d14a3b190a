using System.Diagnostics;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Carries out a plan in this process.</summary>
internal static class LoadRun
{
    private const int IdsBuffer = 1024 * 1024;

    /// <summary>Sends what the plan says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="warm">Called when the warm-up is over.</param>
    /// <exception cref="BenchException">A connection broke that was not expected to, or an answer could not be read.</exception>
    public static async Task<LoadResult> OfAsync(LoadPlan plan, Action warm)
    {
        await using var ids = plan.IdsFile is null ? null : new FileStream(plan.IdsFile, FileMode.Create, FileAccess.Write, FileShare.Read, IdsBuffer);
        var requests = Enumerable.Range(0, plan.Connections).Select(connection => new ApplicationRequest(plan.Address.Authority, plan.Tokens[connection % plan.Tokens.Count], plan.ResidenceFrom)).ToList();
        var last = plan.Count is { } count ? plan.FirstPerson + count - 1 : SyntheticPerson.Count - 1;

        var beganAt = TimeProvider.System.GetUtcNow();
        var begins = Stopwatch.GetTimestamp();
        var from = begins + Ticks(plan.WarmUp);
        var to = plan.Lasting is { } lasting ? from + Ticks(lasting) : long.MaxValue;
        var tally = new LoadTally(from, to, ids);
        var people = new Turnstile(plan.FirstPerson, last, to);
        var pace = plan.PerSecond is { } perSecond ? new Pace(begins, plan.FirstPerson, perSecond) : null;
        var sending = Task.WhenAll(requests.Select(request => new LoadConnection(plan, request, people, pace, tally).RunAsync()));

        await Task.WhenAny(sending, Task.Delay(plan.WarmUp));
        var cpu = Environment.CpuUsage.TotalTime;
        warm();
        await sending;
        var seconds = Stopwatch.GetElapsedTime(from, Math.Min(to, Stopwatch.GetTimestamp())).TotalSeconds;
        return tally.Read(beganAt, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
