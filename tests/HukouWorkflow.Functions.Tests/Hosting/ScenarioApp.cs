using HukouWorkflow.Agencies;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Testing.Hosting;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;
using HukouWorkflow.Testing.Scenarios;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>The Functions app as scenarios see it, on tables of its own.</summary>
internal sealed class ScenarioApp : IScenarioHost
{
    private readonly FunctionsTestHost _host;

    private ScenarioApp(FunctionsTestHost host) => _host = host;

    public Uri Address => _host.Address;

    public LocalTokens Tokens => _host.Tokens!;

    public DateTimeOffset Now => _host.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ScenarioApp> StartAsync(AzuriteFixture azurite, AgencyOptions agencies, Func<Func<IServiceProvider>, ITaskHub> hub)
    {
        var settings = new FunctionsSettings
        {
            Storage = new TableStoreOptions { ConnectionString = (await azurite.GetAsync()).ConnectionString, Prefix = AzuriteFixture.NewTableName() },
            Agencies = agencies,
        };
        return new ScenarioApp(await FunctionsTestHost.StartAsync(settings, hub, null, Ct));
    }

    public Task PassToAsync(DateTimeOffset time) => _host.PassToAsync(time, Ct);

    public Task RestartAsync() => _host.RestartAsync(Ct);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
