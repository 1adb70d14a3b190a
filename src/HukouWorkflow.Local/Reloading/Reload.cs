using HukouWorkflow.Core;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Sqlite;

namespace HukouWorkflow.Local.Reloading;

/// <summary>Registers what lets packs change while the service runs.</summary>
internal static class Reload
{
    /// <summary>Adds the watch over the policy folder.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="settings">How the service is to run.</param>
    /// <param name="policies">The files it is started with.</param>
    /// <param name="store">Where cases are. Those in a data folder are reckoned anew when packs change; those in tables by <c>hukou reindex</c>.</param>
    public static void AddReloading(this IServiceCollection services, ServeSettings settings, PolicyFiles policies, ICaseStore store)
    {
        services.AddSingleton<PolicyMeter>();
        services.AddSingleton(provider => new PolicyDesk(
            policies,
            store is SqliteCaseStore cases ? new ReckonedFolder(settings.DataFolder, ReevaluationOf(cases, provider)) : null,
            provider.GetRequiredService<PolicyShelf>(),
            provider.GetRequiredService<ServiceClock>(),
            provider.GetRequiredService<PolicyMeter>(),
            provider.GetRequiredService<ILogger<PolicyDesk>>()));
        services.AddHostedService(provider => new PolicyWatch(
            settings.PolicyFolder,
            provider.GetRequiredService<PolicyDesk>(),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<PolicyWatch>>()));
    }

    private static Reevaluation ReevaluationOf(SqliteCaseStore store, IServiceProvider provider) => new(
        store,
        provider.GetRequiredService<PolicyShelf>(),
        provider.GetRequiredService<ServiceClock>(),
        provider.GetRequiredService<ICaseRuntime>(),
        provider.GetRequiredService<PolicyMeter>(),
        provider.GetRequiredService<ILogger<Reevaluation>>());
}
