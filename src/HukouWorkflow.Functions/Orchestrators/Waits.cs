using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>How long orchestrations wait, and how often an activity is tried.</summary>
internal static class Waits
{
    /// <summary>The event that wakes a case. It carries nothing.</summary>
    public const string Wake = "Wake";

    /// <summary>The longest wait before an orchestration continues as new, so that no history grows with the years.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>After an activity has failed until its retries ended.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(15);

    /// <summary>Where a wake lies in the past though nothing is due: this worker's clock is behind the engine's.</summary>
    public static readonly TimeSpan UntilClocksAgree = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Retries for what keeps an activity from running (the storage account, a restart). An agency that does not answer is
    /// not such a failure: the case itself schedules its next attempt, over days.
    /// </summary>
    public static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(5)));
}
