using HukouWorkflow.Agencies;
using HukouWorkflow.Functions.Testing.Hosting;
using HukouWorkflow.Testing.Emulator;
using HukouWorkflow.Testing.Scenarios;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>The Functions app through its triggers, orchestrators and activities, in virtual time, on tables of its own in Azurite.</summary>
public sealed class FunctionsScenarios(AzuriteFixture azurite) : HostScenarios
{
    protected override async Task<IScenarioHost> StartAsync(AgencyOptions agencies) =>
        await ScenarioApp.StartAsync(azurite, agencies, services => new VirtualTaskHub(services, Beginning));
}
