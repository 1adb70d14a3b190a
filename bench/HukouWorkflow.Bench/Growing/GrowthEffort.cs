namespace HukouWorkflow.Bench.Growing;

/// <summary>How much is done at each size.</summary>
/// <param name="Runs">Runs of everything.</param>
/// <param name="Queue">What is asked of the queue.</param>
/// <param name="Intake">How long people apply, each run.</param>
/// <param name="People">How many lives are lived, each run.</param>
internal sealed record GrowthEffort(int Runs, QueueLoad Queue, TimeSpan Intake, int People)
{
    public static readonly GrowthEffort Full = new(3, QueueLoad.Full, TimeSpan.FromSeconds(5), 10_000);

    public static readonly GrowthEffort Quick = new(2, QueueLoad.Quick, TimeSpan.FromSeconds(1), 500);
}
