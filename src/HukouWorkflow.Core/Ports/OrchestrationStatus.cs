using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>How the runtime that drives a case sees it.</summary>
/// <param name="RuntimeStatus">In Durable Functions' words: <c>Running</c>, <c>Pending</c> or <c>Completed</c>.</param>
/// <param name="CustomStatus">One word for what the case waits for.</param>
/// <param name="CreatedAt">When the case was received.</param>
/// <param name="LastUpdatedAt">When it last changed.</param>
/// <param name="NextWakeAt">When it is looked at next, or null where it waits for a person or is closed.</param>
public sealed record OrchestrationStatus(
    string RuntimeStatus,
    string CustomStatus,
    Instant CreatedAt,
    Instant LastUpdatedAt,
    Instant? NextWakeAt);
