namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>One time an orchestrator was run: when, what had come, and what it asked for.</summary>
/// <param name="At">The time it was told (UTC).</param>
/// <param name="Received">What had come, in order.</param>
internal sealed record Turn(DateTime At, IReadOnlyList<HistoryEvent> Received)
{
    /// <summary>What it asked for, in order; null until it has run.</summary>
    public IReadOnlyList<HistoryEvent>? Actions { get; set; }

    /// <summary>How many events of a history it takes: the start and end of the turn are events themselves.</summary>
    public int HistoryLength => Received.Count + (Actions?.Count(action => action.IsKept) ?? 0) + 2;
}
