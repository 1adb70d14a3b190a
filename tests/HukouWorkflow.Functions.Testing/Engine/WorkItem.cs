namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>Something that can happen next.</summary>
/// <param name="Instance">The orchestration it concerns.</param>
/// <param name="Round">The round it belongs to.</param>
internal abstract record WorkItem(VirtualInstance Instance, int Round)
{
    /// <summary>An orchestrator has something to look at.</summary>
    public sealed record Turn(VirtualInstance Instance, int Round) : WorkItem(Instance, Round);

    /// <summary>An activity is to run.</summary>
    public sealed record Activity(VirtualInstance Instance, int Round, int Task, string Name, string? Input) : WorkItem(Instance, Round);

    /// <summary>A timer fires.</summary>
    public sealed record Timer(VirtualInstance Instance, int Round, int Task, DateTime At) : WorkItem(Instance, Round);
}
