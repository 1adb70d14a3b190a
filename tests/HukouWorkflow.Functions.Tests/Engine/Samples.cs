using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Tests.Engine;

/// <summary>Orchestrators and activities that do one thing each, right or wrong, to try the engine on.</summary>
internal static class Samples
{
    private static int Runs;

    [Function(nameof(CountsRuns))]
    public static async Task CountsRuns([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallActivityAsync(nameof(Echo), Interlocked.Increment(ref Runs));

    [Function(nameof(AwaitsThePool))]
    public static Task AwaitsThePool([OrchestrationTrigger] TaskOrchestrationContext context) => Task.Run(() => { });

    [Function(nameof(EndsWithATimer))]
    public static Task EndsWithATimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        return Task.CompletedTask;
    }

    [Function(nameof(WaitsAWeek))]
    public static Task WaitsAWeek([OrchestrationTrigger] TaskOrchestrationContext context) => context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);

    [Function(nameof(Gathers))]
    public static async Task<string> Gathers([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var heard = await context.CallActivityAsync<string>(nameof(Echo), "ready");
        for (var i = 0; i < 3; i++)
        {
            heard += await context.WaitForExternalEvent<string>("WORD", CancellationToken.None);
        }

        return heard;
    }

    [Function(nameof(Tries))]
    public static Task Tries([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(
        nameof(Fails),
        options: TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromMinutes(1), 3, TimeSpan.FromMinutes(5))));

    [Function(nameof(Echo))]
    public static Task<object> Echo([ActivityTrigger] object word) => Task.FromResult(word);

    [Function(nameof(Fails))]
    public static Task Fails([ActivityTrigger] object? nothing) => throw new InvalidOperationException("No.");
}
