using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HukouWorkflow.Local.Reloading;

/// <summary>Degraded while the policy folder holds something that could not be put in force. The service goes on by what was.</summary>
internal sealed class PolicyHealth(PolicyDesk desk) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(desk.Problems is [var first, ..]
            ? HealthCheckResult.Degraded($"The changed policy packs were refused; those before stay in force. {first}")
            : HealthCheckResult.Healthy());
}
