using HukouWorkflow.Agencies;
using HukouWorkflow.Functions.Tests.Hosting;
using HukouWorkflow.Testing.Emulator;
using HukouWorkflow.Testing.Scenarios;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>The shared scenarios once more, with the Functions app's orchestrators in the published worker and a real engine.</summary>
public sealed class RealEngineScenarios(AzuriteFixture azurite) : HostScenarios
{
    protected override async Task<IScenarioHost> StartAsync(AgencyOptions agencies)
    {
        SetTaskHub? hub = null;
        var app = await ScenarioApp.StartAsync(azurite, agencies, services => hub = new SetTaskHub(services, Beginning));
        await hub!.StartAsync(Ct);
        return app;
    }
}
