namespace HukouWorkflow.Ordeals;

/// <summary>How a soak is to go.</summary>
public sealed record SoakSettings
{
    /// <summary>What chance is drawn from. The same seed draws the same people and interruptions; which call an interruption hits is up to the machine.</summary>
    public required int Seed { get; init; }

    /// <summary>How often the process is killed or stopped.</summary>
    public required int Interruptions { get; init; }

    /// <summary>Whether it is asked to stop (SIGTERM), instead of killed (SIGKILL).</summary>
    public bool Gracefully { get; init; }

    /// <summary>The least real time the load lasts.</summary>
    public TimeSpan Least { get; init; }

    /// <summary>How many people deal with the service at once.</summary>
    public int AtOnce { get; init; } = 12;

    /// <summary>Service days in a real second.</summary>
    public int DaysASecond { get; init; } = 180;
}
