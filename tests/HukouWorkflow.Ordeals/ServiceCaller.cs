using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Keys;

namespace HukouWorkflow.Ordeals;

/// <summary>What applicants and staff say to the service. It keeps asking while the service is away.</summary>
public sealed class ServiceCaller : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _http;
    private readonly LocalTokens _tokens;

    /// <summary>Callers of the service at an address, signed in with the tokens of its data folder, which it has served before.</summary>
    public ServiceCaller(Uri address, string dataFolder)
        : this(address, new LocalTokens(DataKeys.Of(dataFolder).Secret("token")))
    {
    }

    /// <summary>Callers of the service at an address, signed in with tokens it takes.</summary>
    public ServiceCaller(Uri address, LocalTokens tokens)
    {
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _tokens = tokens;
    }

    /// <summary>Somebody who sees every case.</summary>
    public static Caller Supervisor { get; } = new("supervisor-1", Role.Supervisor, []);

    /// <summary>Somebody who only looks.</summary>
    public static Caller Auditor { get; } = new("auditor-1", Role.Auditor, []);

    /// <summary>The account of a synthetic person.</summary>
    public static Caller Applicant(int person) => new(string.Create(CultureInfo.InvariantCulture, $"account-{person}"), Role.Applicant, []);

    /// <summary>Somebody who works the cases of a district.</summary>
    public static Caller Caseworker(string district) =>
        new($"caseworker-{district}", Role.Caseworker, DivisionCode.TryParse(district, out var code) ? [code] : throw new FormatException(district));

    /// <summary>Posts until there is an answer other than that the service cannot at present.</summary>
    public Task<Answer> PostAsync(Caller caller, string path, object body, string? key, CancellationToken cancellationToken) =>
        SendAsync(() => Request(HttpMethod.Post, path, caller, body, key), cancellationToken);

    /// <summary>Gets until there is an answer other than that the service cannot at present.</summary>
    public Task<Answer> GetAsync(Caller? caller, string path, CancellationToken cancellationToken) =>
        SendAsync(() => Request(HttpMethod.Get, path, caller, null, null), cancellationToken);

    /// <summary>Posts once.</summary>
    /// <returns>The answer, whatever it is, or null where there is none.</returns>
    public Task<Answer?> PostOnceAsync(Caller caller, string path, object body, string? key, CancellationToken cancellationToken) =>
        SendOnceAsync(() => Request(HttpMethod.Post, path, caller, body, key), cancellationToken);

    /// <summary>Gets once.</summary>
    /// <returns>The answer, whatever it is, or null where there is none.</returns>
    public Task<Answer?> GetOnceAsync(Caller? caller, string path, CancellationToken cancellationToken) =>
        SendOnceAsync(() => Request(HttpMethod.Get, path, caller, null, null), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        for (var unanswered = 0; ; unanswered++)
        {
            if (await SendOnceAsync(request, cancellationToken) is { Status: not HttpStatusCode.ServiceUnavailable } answer)
            {
                return answer with { Unanswered = unanswered };
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<Answer?> SendOnceAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        try
        {
            using var message = request();
            using var response = await _http.SendAsync(message, cancellationToken);
            var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
            return new Answer(response.StatusCode, isJson ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken) : default, response.Headers.RetryAfter is not null, 0);
        }
        catch (Exception away) when (away is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Killed before or after it did what was asked: only asking again tells.
            return null;
        }
    }

    // A token's life is judged by real time; a long ordeal outlives any.
    private HttpRequestMessage Request(HttpMethod method, string path, Caller? caller, object? body, string? key)
    {
        var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (caller is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.Issue(caller, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(10)));
        }

        if (key is not null)
        {
            message.Headers.Add("Idempotency-Key", key);
        }

        return message;
    }
}
