namespace HukouWorkflow.Bench.Reevaluating;

/// <summary>How long it took to reckon every open case anew.</summary>
/// <param name="Took">From the file saved to the last wake on the disk; a second of it passes before the change is taken up.</param>
/// <param name="Moved">How many wakes moved.</param>
internal sealed record ReevaluationTime(TimeSpan Took, double Moved);
