namespace HukouWorkflow.Ordeals;

/// <summary>What a soak came to.</summary>
public sealed record SoakOutcome
{
    /// <summary>The seed it was drawn from.</summary>
    public required int Seed { get; init; }

    /// <summary>How often the process was killed or stopped.</summary>
    public required int Interruptions { get; init; }

    /// <summary>Cases in the file.</summary>
    public required int Cases { get; init; }

    /// <summary>Calls answered 202, repeats of a key not counted.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>Journal entries in the file.</summary>
    public required int Entries { get; init; }

    /// <summary>Cases settled.</summary>
    public required int Settled { get; init; }

    /// <summary>Benefits granted by the agencies' own books.</summary>
    public required int Grants { get; init; }

    /// <summary>How often those were asked for: more often than granted, since answers were lost after the work was done.</summary>
    public required int Requests { get; init; }

    /// <summary>From an interruption until the next process was ready, in real time. Where a start was interrupted too, from the last one.</summary>
    public required IReadOnlyList<TimeSpan> UntilReady { get; init; }

    /// <summary>What was wrong.</summary>
    public required Findings Findings { get; init; }
}
