using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Testing.Conversations;

namespace HukouWorkflow.Bench.Lives;

/// <summary>A synthetic person who talks to a host. Every call is noted as one, until its effects have come to rest.</summary>
internal sealed class Applicant : IDisposable
{
    /// <summary>Who asks where a person calls.</summary>
    public const string Call = "call";

    private readonly Settler _settler = Settler.Born("19880315");
    private readonly HttpClient _http;
    private readonly IMeasuredHost _host;

    public Applicant(IMeasuredHost host)
    {
        _host = host;
        var token = host.Tokens.Issue(new Caller(_settler.Account, Role.Applicant, []), TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1));
        _http = new HttpClient { BaseAddress = host.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Applies; residence begins on the day given.</summary>
    /// <returns>The case's address.</returns>
    public async Task<string> ApplyAsync(string residenceFrom, string basis, CancellationToken cancellationToken)
    {
        var form = Forms.Application(_settler, residenceFrom).With("/residence/basis", basis);
        return (await PostAsync("/api/applications", form, cancellationToken))["links"]!["self"]!.GetValue<string>();
    }

    /// <summary>States that the permit was endorsed.</summary>
    public Task EndorseAsync(string address, string on, CancellationToken cancellationToken) => PostAsync(address + "/events", Forms.Endorsed(on), cancellationToken);

    /// <summary>Withdraws the application.</summary>
    public Task WithdrawAsync(string address, CancellationToken cancellationToken) => PostAsync(address + "/withdrawal", [], cancellationToken);

    /// <summary>Looks where the case stands.</summary>
    /// <exception cref="BenchException">It stands elsewhere.</exception>
    public async Task MustBeAsync(string address, string status, CancellationToken cancellationToken)
    {
        _host.Ledger.Asker = Call;
        var view = await _http.GetFromJsonAsync<JsonObject>(new Uri(address, UriKind.Relative), cancellationToken);
        if (view?["status"]?.GetValue<string>() is var found && !string.Equals(found, status, StringComparison.Ordinal))
        {
            throw new BenchException($"The case is {found} and not {status}, so its life is not the one to be measured.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> PostAsync(string address, JsonObject body, CancellationToken cancellationToken)
    {
        _host.Ledger.Asker = Call;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await _http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new BenchException($"{address} answered {(int)answer.StatusCode}: {text}");
        }

        await _host.SettleDownAsync(cancellationToken);
        return JsonNode.Parse(text)!.AsObject();
    }
}
