namespace HukouWorkflow.Bench.Growing;

/// <summary>How often the queue is asked.</summary>
/// <param name="Reads">Reads of each kind in a run.</param>
/// <param name="Moves">Wakes moved in a run.</param>
/// <param name="Runs">Runs that count; one more goes before.</param>
internal sealed record QueueLoad(int Reads, int Moves, int Runs)
{
    public static readonly QueueLoad Full = new(2_000, 4_000, 7);

    public static readonly QueueLoad Quick = new(200, 500, 3);
}
