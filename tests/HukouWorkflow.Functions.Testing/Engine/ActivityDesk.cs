using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>Runs activities, and lets befall them what a test wishes.</summary>
internal sealed class ActivityDesk(DurableFunctions functions, VirtualTime time)
{
    /// <summary>Every run, in order.</summary>
    public List<ActivityRun> Runs { get; } = [];

    public Func<ActivityRun, ActivityMishap>? Mishaps { get; set; }

    /// <summary>Runs an activity.</summary>
    /// <returns>Its answers: none where the worker died first, two where it was delivered twice.</returns>
    public async Task<IReadOnlyList<HistoryEvent>> RunAsync(WorkItem.Activity activity, CancellationToken cancellationToken)
    {
        var run = new ActivityRun(activity.Instance.Id, activity.Name, activity.Input, time.GetUtcNow().UtcDateTime);
        Runs.Add(run);
        switch (Mishaps?.Invoke(run) ?? ActivityMishap.None)
        {
            case ActivityMishap.Fails:
                return [Failed(activity, new IOException("The worker cannot reach its storage."))];
            case ActivityMishap.AnswerLost:
                await AnswerAsync(activity, cancellationToken);
                return [];
            case ActivityMishap.RunsTwice:
                return [await AnswerAsync(activity, cancellationToken), await AnswerAsync(activity, cancellationToken)];
            default:
                return [await AnswerAsync(activity, cancellationToken)];
        }
    }

    private async Task<HistoryEvent> AnswerAsync(WorkItem.Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            var output = await functions.RunActivityAsync(activity.Name, activity.Input, cancellationToken);
            return new HistoryEvent(HistoryKind.ActivityCompleted, activity.Task, activity.Name, output);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(activity, failure);
        }
    }

    private static HistoryEvent Failed(WorkItem.Activity activity, Exception failure) =>
        new(HistoryKind.ActivityFailed, activity.Task, activity.Name, Failure: TaskFailureDetails.FromException(failure));
}
