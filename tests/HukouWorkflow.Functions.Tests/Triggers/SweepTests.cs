using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HukouWorkflow.Agencies;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Testing.Engine;
using HukouWorkflow.Functions.Testing.Hosting;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Conversations;
using HukouWorkflow.Testing.Emulator;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Tests.Triggers;

/// <summary>What keeps a case alive whose orchestration is not.</summary>
public sealed class SweepTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Beginning = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private readonly Settler _wang = Settler.Born("19880315");
    private AgencySimulator? _agencies;
    private FunctionsSettings? _settings;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: Ct);
        _settings = new FunctionsSettings
        {
            Storage = new TableStoreOptions { ConnectionString = (await azurite.GetAsync()).ConnectionString, Prefix = AzuriteFixture.NewTableName() },
            Agencies = new AgencyOptions { BaseAddress = _agencies.BaseAddress, Attempts = 1, BreakAfter = 10_000 },
        };
    }

    public ValueTask DisposeAsync() => _agencies!.DisposeAsync();

    [Fact]
    public async Task Given_a_task_hub_that_was_deleted_When_a_case_falls_due_Then_the_sweep_starts_it_on_the_new_hub_and_it_settles()
    {
        string address;
        var (first, _) = await StartAsync(Beginning);
        await using (first)
        {
            address = await ApplyAsync(first, Forms.Application(_wang).With("/residence/basis", "registration"));
            await first.PassToAsync(Beginning.AddDays(400), Ct);
        }

        var dayBefore = new DateTimeOffset(2031, 9, 29, 4, 0, 0, TimeSpan.Zero);
        var (second, hub) = await StartAsync(dayBefore);
        await using (second)
        {
            await second.PassToAsync(dayBefore.AddMinutes(20), Ct);
            Assert.Null(hub.Engine.Find(IdOf(address)));
            Assert.Equal("accruing", await StatusAsync(second, address));

            await second.PassToAsync(dayBefore.AddDays(2), Ct);

            Assert.Equal("settled", await StatusAsync(second, address));
            Assert.Equal(OrchestrationRuntimeStatus.Completed, hub.Engine.Find(IdOf(address))!.Status);
        }
    }

    [Fact]
    public async Task Given_a_wake_that_is_lost_When_the_sweep_comes_Then_the_case_goes_on_minutes_late()
    {
        var (host, hub) = await StartAsync(Beginning);
        await using var _ = host;
        var form = Forms.Application(_wang).With("/residence/from", "2021-10-01").With("/residence/endorsements", new JsonArray("2022-09-20", "2023-09-18", "2024-09-25"));
        var address = await ApplyAsync(host, form);
        await host.PassToAsync(Beginning.AddMinutes(1), Ct);
        Assert.Equal("suspended", await StatusAsync(host, address));

        hub.Engine.EventMishaps = _ => EventMishap.Lost;
        await PostAsync(host, address + "/events", Forms.Endorsed("2025-09-20"));
        hub.Engine.EventMishaps = null;
        await host.PassToAsync(Beginning.AddMinutes(4), Ct);
        Assert.Equal("checking", await StatusAsync(host, address));

        await host.PassToAsync(Beginning.AddMinutes(11), Ct);

        Assert.Equal("settled", await StatusAsync(host, address));
    }

    private static string IdOf(string address) => address[(address.LastIndexOf('/') + 1)..];

    private async Task<(FunctionsTestHost Host, VirtualTaskHub Hub)> StartAsync(DateTimeOffset start)
    {
        VirtualTaskHub? hub = null;
        var host = await FunctionsTestHost.StartAsync(_settings!, services => hub = new VirtualTaskHub(services, start), null, Ct);
        return (host, hub!);
    }

    private Task<string> ApplyAsync(FunctionsTestHost host, JsonObject form) => PostAsync(host, "/api/applications", form);

    private async Task<string> PostAsync(FunctionsTestHost host, string path, JsonObject body)
    {
        using var client = Client(host);
        using var response = await client.SendJsonAsync(path, body);
        await response.BodyAsync(HttpStatusCode.Accepted);
        return response.Headers.Location!.ToString();
    }

    private async Task<string> StatusAsync(FunctionsTestHost host, string address)
    {
        using var client = Client(host);
        return (await client.GetBodyAsync(address)).Text("/status");
    }

    private HttpClient Client(FunctionsTestHost host)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            host.Tokens!.Issue(new Caller(_wang.Account, Role.Applicant, []), TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));
        return client;
    }
}
