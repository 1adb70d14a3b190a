using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Functions.Orchestrators;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>The published worker and client, talking over gRPC to the real engine in this process, in real time.</summary>
internal sealed class RealTaskHub : IAsyncDisposable
{
    private readonly IHost _host;

    private RealTaskHub(IHost host) => _host = host;

    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Starts a worker with the app's orchestrators.</summary>
    /// <param name="activities">The app's activities.</param>
    /// <param name="onEngine">
    /// Tells the engine's time of a service's time. It is the one thing that is not as in production, where both are the same:
    /// what <c>AdvanceCase</c> answers passes through it on its way to the orchestrator.
    /// </param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<RealTaskHub> StartAsync(Func<CaseActivities> activities, Func<DateTime, DateTime?> onEngine, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddInMemoryDurableTask(tasks =>
        {
            tasks.AddOrchestratorFunc<object?>(nameof(ResidencyOrchestrator), (context, _) => ResidencyOrchestrator.RunAsync(context));
            tasks.AddOrchestratorFunc<IReadOnlyList<DueEffect>>(nameof(EligibilityChecksOrchestrator), (context, _) => EligibilityChecksOrchestrator.RunAsync(context));
            tasks.AddOrchestratorFunc<IReadOnlyList<DueEffect>>(nameof(BenefitGrantOrchestrator), (context, _) => BenefitGrantOrchestrator.RunAsync(context));
            tasks.AddActivityFunc<string, CaseStep>(nameof(CaseActivities.AdvanceCase), async (_, id) =>
            {
                var step = await activities().AdvanceCase(id, CancellationToken.None);
                return step with { WakeAt = step.WakeAt is { } wake ? onEngine(wake) : null };
            });
            tasks.AddActivityFunc<DueEffect>(nameof(CaseActivities.AskRegister), (_, check) => activities().AskRegister(check, CancellationToken.None));
            tasks.AddActivityFunc<DueEffect>(nameof(CaseActivities.RequestBenefit), (_, benefit) => activities().RequestBenefit(benefit, CancellationToken.None));
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<InMemoryOrchestrationService>(
            provider => new PromptOrchestrationService(provider.GetService<ILoggerFactory>())));
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new RealTaskHub(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
