using HukouWorkflow.Agencies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Tests.Hosting;
using HukouWorkflow.Functions.Triggers;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Tests.Triggers;

/// <summary>The storage goes away while the app runs, and comes back.</summary>
public sealed class StorageOutageTests
{
    [Fact]
    public async Task Given_the_storage_away_When_swept_Then_it_fails_and_nothing_is_ready_until_it_is_back()
    {
        await using var azurite = await Azurite.StartAsync(keepsData: true);
        await using var app = await ComposedApp.StartAsync(new FunctionsSettings
        {
            Storage = new TableStoreOptions { ConnectionString = azurite.ConnectionString },
            Agencies = new AgencyOptions { BaseAddress = new Uri("http://localhost:9") },
        });
        var sweep = ActivatorUtilities.CreateInstance<SweepTrigger>(app.Services);
        var operators = ActivatorUtilities.CreateInstance<OperatorTriggers>(app.Services);

        await azurite.StopAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => SweepAsync(sweep));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, await ReadyAsync(operators));
        Assert.Equal(StatusCodes.Status200OK, StatusOf(operators.ShowLive(new DefaultHttpContext().Request)));

        await azurite.StartAgainAsync();
        await SweepAsync(sweep);
        Assert.Equal(StatusCodes.Status200OK, await ReadyAsync(operators));
    }

    // No case is late here, so no client is asked for anything.
    private static Task SweepAsync(SweepTrigger sweep) => sweep.Sweep(new TimerInfo(), client: null!, TestContext.Current.CancellationToken);

    private static async Task<int?> ReadyAsync(OperatorTriggers operators) => StatusOf(await operators.ShowReady(new DefaultHttpContext().Request));

    private static int? StatusOf(IResult result) => Assert.IsType<ContentHttpResult>(result).StatusCode;
}
