using HukouWorkflow.Core;
using HukouWorkflow.Core.Ports;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace HukouWorkflow.Http.Hosting;

/// <summary>Whether the store can be read, and whether the machine's clock has been set back.</summary>
public sealed class StoreHealth(ICaseStore store, ServiceClock clock) : IHealthCheck
{
    private static readonly Duration TolerableSetback = Duration.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.LatestInstantAsync(cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy("The store cannot be read.", unavailable);
        }

        return clock.Behind > TolerableSetback
            ? HealthCheckResult.Degraded("The machine's clock is behind what the service has seen; nothing falls due until it has caught up.")
            : HealthCheckResult.Healthy();
    }
}
