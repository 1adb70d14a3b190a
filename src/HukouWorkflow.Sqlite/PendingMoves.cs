namespace HukouWorkflow.Sqlite;

/// <summary>Moves of wakes on their way to the writer: one turn of it for all of them.</summary>
internal sealed class PendingMoves(IReadOnlyList<WakeMove> moves, CancellationToken cancellationToken) : PendingWrite<IReadOnlyList<WakeMove>>(cancellationToken)
{
    protected override IReadOnlyList<WakeMove> WriteBy(CaseWriter writer) => [.. moves.Where(writer.TryMove)];
}
