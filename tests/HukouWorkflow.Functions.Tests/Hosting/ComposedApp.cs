using HukouWorkflow.Agencies;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>The app's services as the program composes them, on tables of their own.</summary>
internal sealed class ComposedApp : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ComposedApp(ServiceProvider services, LocalTokens? tokens) => (_services, Tokens) = (services, tokens);

    public IServiceProvider Services => _services;

    public LocalTokens? Tokens { get; }

    public static async Task<FunctionsSettings> SettingsAsync(AzuriteFixture azurite) => new()
    {
        Storage = new TableStoreOptions { ConnectionString = (await azurite.GetAsync()).ConnectionString, Prefix = AzuriteFixture.NewTableName() },
        Agencies = new AgencyOptions { BaseAddress = new Uri("http://localhost:9") },
    };

    public static async Task<ComposedApp> StartAsync(FunctionsSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var tokens = await services.AddHukouFunctionsAsync(settings, TimeProvider.System, TestContext.Current.CancellationToken);
        return new ComposedApp(services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }), tokens);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
