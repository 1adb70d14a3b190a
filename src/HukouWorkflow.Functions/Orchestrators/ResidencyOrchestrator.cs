using HukouWorkflow.Functions.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>
/// A case's life from application to settlement, one round at a time: advance the case; ask the registers and have the
/// benefits granted where that is due, or else wait until something may be; and begin anew, so that no history grows with
/// the years. It holds no state of the case (that is the journal) and knows no rule; its id is the case's.
/// <para>
/// It is replayed from its history, so it reads no clock, draws no random number and branches on nothing but what
/// activities answered. Changing the order of its calls needs a new orchestration version; see README.
/// </para>
/// </summary>
public static class ResidencyOrchestrator
{
    /// <summary>One round.</summary>
    [Function(nameof(ResidencyOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var step = await context.CallActivityAsync<CaseStep>(nameof(CaseActivities.AdvanceCase), context.InstanceId, Waits.Retried);
            if (step.Closed)
            {
                Show(context, step.Status, null);
                return;
            }

            await TakeAsync(context, step);
        }
        catch (TaskFailedException)
        {
            // The worker has logged why. The case is as it was, and the instance must outlive an outage of hours.
            await WaitAsync(context, "stalled", context.CurrentUtcDateTime + Waits.AfterFailure);
        }

        // A wake that came meanwhile is kept and ends the next round's wait.
        context.ContinueAsNew(preserveUnprocessedEvents: true);
    }

    private static async Task TakeAsync(TaskOrchestrationContext context, CaseStep step)
    {
        if (step.Checks.Count > 0)
        {
            Show(context, step.Status, context.CurrentUtcDateTime);
            await context.CallSubOrchestratorAsync(nameof(EligibilityChecksOrchestrator), step.Checks);
        }
        else if (step.Benefits.Count > 0)
        {
            Show(context, step.Status, context.CurrentUtcDateTime);
            await context.CallSubOrchestratorAsync(nameof(BenefitGrantOrchestrator), step.Benefits);
        }
        else
        {
            await WaitAsync(context, step.Status, NextLook(context.CurrentUtcDateTime, step.WakeAt));
        }
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, string status, DateTime until)
    {
        Show(context, status, until);
        using var waiting = new CancellationTokenSource();
        var timer = context.CreateTimer(until, waiting.Token);

        // The waiter is never cancelled: a cancelled one could eat the wake it no longer waits for. It ends with this round.
        await Task.WhenAny(context.WaitForExternalEvent<object?>(Waits.Wake, CancellationToken.None), timer);

        // A timer left running would keep this round's instance from ending.
        GiveUp(waiting);
    }

    // CancelAsync would come back on a thread of its own, and an orchestrator may await nothing that is not in its history.
    private static void GiveUp(CancellationTokenSource waiting) => waiting.Cancel();

    private static DateTime NextLook(DateTime now, DateTime? wakeAt)
    {
        var latest = now + Waits.Longest;
        return wakeAt is not { } wake || wake > latest ? latest
            : wake > now ? wake
            : now + Waits.UntilClocksAgree;
    }

    private static void Show(TaskOrchestrationContext context, string status, DateTime? wakeAt) =>
        context.SetCustomStatus(new CaseProgress(status, wakeAt, context.Version));
}
