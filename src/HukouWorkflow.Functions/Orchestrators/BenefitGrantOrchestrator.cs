using HukouWorkflow.Functions.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>
/// Has education and health granted side by side, for everyone in the household. Each request stands alone: what one agency
/// refuses or fails to answer neither delays nor undoes another's grant, and is retried and escalated by the case itself.
/// </summary>
public static class BenefitGrantOrchestrator
{
    /// <summary>Fans out, and waits for all.</summary>
    [Function(nameof(BenefitGrantOrchestrator))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var benefits = context.GetInput<IReadOnlyList<DueEffect>>() ?? [];
        return Task.WhenAll(benefits.Select(benefit => context.CallActivityAsync(nameof(CaseActivities.RequestBenefit), benefit, Waits.Retried)));
    }
}
