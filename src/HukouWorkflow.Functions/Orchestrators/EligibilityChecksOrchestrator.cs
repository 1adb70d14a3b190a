using HukouWorkflow.Functions.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>Asks every register that is due, side by side. Each answer is in the journal before its activity ends, so a slow register holds up no fact.</summary>
public static class EligibilityChecksOrchestrator
{
    /// <summary>Fans out, and waits for all.</summary>
    [Function(nameof(EligibilityChecksOrchestrator))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var checks = context.GetInput<IReadOnlyList<DueEffect>>() ?? [];
        return Task.WhenAll(checks.Select(check => context.CallActivityAsync(nameof(CaseActivities.AskRegister), check, Waits.Retried)));
    }
}
