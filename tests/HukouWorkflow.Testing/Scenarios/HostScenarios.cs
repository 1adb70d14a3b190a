using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HukouWorkflow.Agencies;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Testing.Conversations;

namespace HukouWorkflow.Testing.Scenarios;

/// <summary>
/// The same conversations with every host of the contract, and the same end states. A host's tests derive from this; each
/// scenario has a host, a store and agencies of its own. It is 23 November 2026, nine in the morning in China.
/// </summary>
public abstract partial class HostScenarios : IAsyncLifetime
{
    private readonly SocketsHttpHandler _connections = new() { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
    private readonly Settler _wang = Settler.Born("19880315");
    private AgencySimulator? _agencies;
    private IScenarioHost? _host;

    /// <summary>When every scenario begins.</summary>
    protected static DateTimeOffset Beginning { get; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IScenarioHost Host => _host!;

    private HttpClient Applicant => As(_wang);

    public async ValueTask InitializeAsync()
    {
        _agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: Ct);

        // Real time is not to pass: an agency is asked once, at once, and no circuit opens for a while of it.
        _host = await StartAsync(new AgencyOptions { BaseAddress = _agencies.BaseAddress, Attempts = 1, BreakAfter = 10_000 });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _connections.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_agencies is not null)
        {
            await _agencies.DisposeAsync();
        }
    }

    /// <summary>Starts the host, at <see cref="Beginning"/>, with the shipped policy packs and nothing in its store.</summary>
    protected abstract Task<IScenarioHost> StartAsync(AgencyOptions agencies);

    private HttpClient As(Settler settler) => As(settler.Account, Role.Applicant);

    private HttpClient As(string subject, Role role, params int[] districts)
    {
        var client = Anyone();

        // A token's life is judged by real time.
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Host.Tokens.Issue(
            new Caller(subject, role, [.. districts.Select(district => new DivisionCode(district))]), TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));
        return client;
    }

    private HttpClient Anyone() => new(_connections, disposeHandler: false) { BaseAddress = Host.Address };

    /// <summary>Lets time pass until midday of a day in China.</summary>
    private Task PassToAsync(string day) => Host.PassToAsync(DateTimeOffset.Parse($"{day}T12:00:00+08:00", CultureInfo.InvariantCulture));

    /// <summary>Lets happen what is to be done now.</summary>
    private Task SettleDownAsync() => Host.PassToAsync(Host.Now);

    private Task<string> ApplyAsync(JsonObject form) => ApplyAsync(_wang, form);

    private async Task<string> ApplyAsync(Settler settler, JsonObject form)
    {
        using var accepted = await As(settler).SendJsonAsync("/api/applications", form);
        var address = (await accepted.BodyAsync(System.Net.HttpStatusCode.Accepted)).Text("/links/self");
        await SettleDownAsync();
        return address;
    }

    private async Task StateAsync(string address, JsonObject fact)
    {
        using var accepted = await Applicant.SendJsonAsync(address + "/events", fact);
        await accepted.BodyAsync(System.Net.HttpStatusCode.Accepted);
        await SettleDownAsync();
    }

    private async Task EndorseAsync(string address, params string[] days)
    {
        foreach (var day in days)
        {
            await PassToAsync(day);
            await StateAsync(address, Forms.Endorsed(day));
        }
    }

    private Task<JsonNode> SeeAsync(string address) => Applicant.GetBodyAsync(address);

    private async Task<JsonNode> SeeAsync(string address, string status)
    {
        var view = await SeeAsync(address);
        Assert.True(string.Equals(view.Text("/status"), status, StringComparison.Ordinal), $"It is not {status}: {view}");
        return view;
    }

    private static string CaseOf(string address) => address.Replace("applications", "cases", StringComparison.Ordinal);

    private async Task FaultAsync(string faults)
    {
        using var http = AgencyClient();
        using var content = new StringContent(faults);
        using var answer = await http.PutAsync(new Uri("simulator/faults", UriKind.Relative), content, Ct);
        await answer.BodyAsync(System.Net.HttpStatusCode.OK);
    }

    /// <summary>What a benefit agency wrote down itself, in order.</summary>
    private async Task<JsonArray> BookAsync(string agency)
    {
        using var http = AgencyClient();
        return (await http.GetBodyAsync("/simulator/books"))[agency]!.AsArray();
    }

    private HttpClient AgencyClient() => new(_connections, disposeHandler: false) { BaseAddress = _agencies!.BaseAddress };
}
