using HukouWorkflow.Agencies;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Testing.Engine;
using HukouWorkflow.Functions.Testing.Hosting;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;
using HukouWorkflow.Testing.Scenarios;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>The Functions app through its triggers, orchestrators and activities, in virtual time, on tables of its own in Azurite.</summary>
public sealed class FunctionsScenarios(AzuriteFixture azurite) : HostScenarios
{
    protected override async Task<IScenarioHost> StartAsync(AgencyOptions agencies)
    {
        var settings = new FunctionsSettings
        {
            Storage = new TableStoreOptions { ConnectionString = (await azurite.GetAsync()).ConnectionString, Prefix = AzuriteFixture.NewTableName() },
            Agencies = agencies,
        };
        return new Host(await FunctionsTestHost.StartAsync(settings, new VirtualTime(Beginning), null, Ct));
    }

    private sealed class Host(FunctionsTestHost host) : IScenarioHost
    {
        public Uri Address => host.Address;

        public LocalTokens Tokens => host.Tokens!;

        public DateTimeOffset Now => host.Engine.Time.GetUtcNow();

        public Task PassToAsync(DateTimeOffset time) => host.PassToAsync(time, Ct);

        public Task RestartAsync() => host.RestartAsync(Ct);

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
