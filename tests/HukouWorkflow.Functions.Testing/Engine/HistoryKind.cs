namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>What a line of an orchestration's history, or of what an orchestrator asked for, tells.</summary>
public enum HistoryKind
{
    ExecutionStarted,
    ActivityScheduled,
    ActivityCompleted,
    ActivityFailed,
    SubOrchestrationCreated,
    SubOrchestrationCompleted,
    SubOrchestrationFailed,
    TimerCreated,
    TimerFired,
    EventRaised,

    /// <summary>An orchestrator gave up a timer. The engine's timer fires all the same, to nobody; no history holds this line.</summary>
    TimerCancelled,

    /// <summary>An orchestrator showed a custom status. No history holds this line.</summary>
    CustomStatusSet,

    ContinuedAsNew,
    Completed,
    Failed,
}
