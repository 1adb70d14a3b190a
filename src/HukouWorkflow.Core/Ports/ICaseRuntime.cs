using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>What wakes a case. A wake carries nothing and may be lost, doubled or late: the facts are written before.</summary>
public interface ICaseRuntime
{
    /// <summary>Tells that a case has changed and may have to be stepped sooner than was thought.</summary>
    /// <param name="id">The case.</param>
    /// <param name="nextWake">When it now must be looked at, or null where it waits for a person or is closed.</param>
    /// <param name="cancellationToken">Gives the wake up; the case is found again by its wake in the store.</param>
    ValueTask WakeAsync(CaseId id, Instant? nextWake, CancellationToken cancellationToken);

    /// <summary>How the runtime sees the case, or null where it does not know it.</summary>
    Task<OrchestrationStatus?> DescribeAsync(CaseId id, CancellationToken cancellationToken);
}
