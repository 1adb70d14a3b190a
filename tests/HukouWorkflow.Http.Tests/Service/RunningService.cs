using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HukouWorkflow.Agencies;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HukouWorkflow.Http.Tests.Service;

/// <summary>
/// The real service on a free port, with a data folder of its own, the simulated agencies, and a time that passes when a
/// test says so. It begins on 23 November 2026, nine in the morning in China.
/// </summary>
public sealed class RunningService : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly SocketsHttpHandler _connections = new() { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
    private AgencySimulator? _agencies;
    private LocalService? _service;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    public string Folder { get; } = Directory.CreateTempSubdirectory("hukou-").FullName;

    /// <summary>What the service logs.</summary>
    internal LogBook Log { get; } = new();

    public Uri Address => _service!.Address;

    public LocalTokens Tokens => _service!.Tokens!;

    public IServiceProvider Services => _service!.Services;

    public ICaseStore Store => Services.GetRequiredService<ICaseStore>();

    /// <summary>Nobody in particular.</summary>
    public HttpClient Anyone => Client(null);

    public HttpClient Agencies => new(_connections, disposeHandler: false) { BaseAddress = _agencies!.BaseAddress };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"));
        _service = await LocalService.StartAsync(
            new ServeSettings
            {
                Urls = "http://127.0.0.1:0",
                DataFolder = Folder,
                Agencies = new AgencyOptions { BaseAddress = _agencies.BaseAddress },
                Time = Time,
                Logs = false,
            },
            CancellationToken.None);
        Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public async ValueTask DisposeAsync()
    {
        _connections.Dispose();
        await _service!.DisposeAsync();
        await _agencies!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public HttpClient As(Settler settler) => As(new Caller(settler.Account, Role.Applicant, []));

    public HttpClient As(Role role, string subject, params int[] districts) =>
        As(new Caller(subject, role, [.. districts.Select(district => new DivisionCode(district))]));

    /// <summary>Calls with an <c>Authorization</c> header as given.</summary>
    public HttpClient Client(string? token)
    {
        var client = new HttpClient(_connections, disposeHandler: false) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Lets time pass until midday of a day in China.</summary>
    public void PassTo(string day) =>
        Time.SetUtcNow(DateTimeOffset.Parse($"{day}T12:00:00+08:00", CultureInfo.InvariantCulture));

    /// <summary>Applies, and answers with the case's address.</summary>
    public async Task<string> ApplyAsync(Settler settler, JsonObject form)
    {
        using var accepted = await As(settler).SendJsonAsync("/api/applications", form);
        return (await accepted.BodyAsync(System.Net.HttpStatusCode.Accepted)).Text("/links/self");
    }

    /// <summary>How many cases there are, and how long their journals are together.</summary>
    public async Task<(long Cases, long Entries)> CasesAsync()
    {
        var cases = await Store.ListAsync(new CaseQuery(null, null, null, null, 1000), Ct);
        var entries = 0L;
        foreach (var each in cases)
        {
            entries += (await Store.LoadAsync(each.Id, Ct))!.Version;
        }

        return (cases.Count, entries);
    }

    /// <summary>Looks at an address until it shows what is waited for.</summary>
    public async Task<JsonNode> UntilAsync(HttpClient client, string address, Func<JsonNode, bool> reached)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await client.GetBodyAsync(address);
            if (reached(seen))
            {
                return seen;
            }

            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{address} still shows {seen}{Environment.NewLine}{string.Join(Environment.NewLine, Log.Errors)}");
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(1))
            {
                // A clock that jumps may do so just before the scheduler sets its timer, which real ones do not.
                await Services.GetRequiredService<ICaseRuntime>().WakeAsync(default, NodaTime.Instant.MinValue, Ct);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), Ct);
        }
    }

    public Task<JsonNode> UntilStatusAsync(Settler settler, string address, string status) =>
        UntilAsync(As(settler), address, view => string.Equals(view.Text("/status"), status, StringComparison.Ordinal));

    private HttpClient As(Caller caller) =>
        // A token's life is judged by real time.
        Client(Tokens.Issue(caller, TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));
}
