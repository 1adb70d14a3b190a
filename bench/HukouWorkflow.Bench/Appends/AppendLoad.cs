namespace HukouWorkflow.Bench.Appends;

/// <summary>How much is appended.</summary>
/// <param name="Appends">Appends of each kind in a run.</param>
/// <param name="Runs">Runs that count; one more goes before.</param>
internal sealed record AppendLoad(int Appends, int Runs)
{
    public static readonly AppendLoad Full = new(400, 5);

    public static readonly AppendLoad Quick = new(64, 3);
}
