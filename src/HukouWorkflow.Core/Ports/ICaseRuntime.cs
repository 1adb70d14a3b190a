using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>What wakes a case. A wake carries nothing and may be lost, doubled or late: the facts are written before.</summary>
public interface ICaseRuntime
{
    /// <summary>Asks that a case be stepped soon.</summary>
    ValueTask WakeAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>How the runtime sees the case, or null where it does not know it.</summary>
    Task<OrchestrationStatus?> DescribeAsync(CaseId id, CancellationToken cancellationToken);
}
