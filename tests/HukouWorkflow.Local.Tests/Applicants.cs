using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Keys;

namespace HukouWorkflow.Local.Tests;

/// <summary>What applicants and staff say to the service. It keeps trying, under the same key, while the service is away.</summary>
internal sealed class Applicants(Uri address, LocalTokens tokens) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Callers of the service on a data folder.</summary>
    public static Applicants Of(Uri address, string dataFolder) => new(address, new LocalTokens(DataKeys.Of(dataFolder).Secret("token")));

    public Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(int person, string path, object body, string key) =>
        SendAsync(() => Request(HttpMethod.Post, path, Token(person), body, key));

    public Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(int person, string path) =>
        SendAsync(() => Request(HttpMethod.Get, path, Token(person), null, null));

    /// <summary>The case's status as its applicant sees it.</summary>
    public async Task<string> StatusAsync(int person, string id)
    {
        var (status, body) = await GetAsync(person, $"api/applications/{id}");
        Assert.Equal(HttpStatusCode.OK, status);
        return body.GetProperty("status").GetString()!;
    }

    /// <summary>Applies, and gives the case's id.</summary>
    public async Task<string> ApplyAsync(int person, object application)
    {
        var (status, body) = await PostAsync(person, "api/applications", application, string.Create(CultureInfo.InvariantCulture, $"apply-{person}"));
        Assert.True(status == HttpStatusCode.Accepted, $"{status}: {body}");
        return body.GetProperty("id").GetString()!;
    }

    public Task<string> TextAsync(string path) => _http.GetStringAsync(path, Ct);

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(Func<HttpRequestMessage> request)
    {
        while (true)
        {
            try
            {
                using var message = request();
                using var response = await _http.SendAsync(message, Ct);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Ct));
                }
            }
            catch (Exception away) when (away is HttpRequestException or IOException or TaskCanceledException && !Ct.IsCancellationRequested)
            {
                // Killed before or after it did what was asked: only asking again under the same key tells.
            }

            await Task.Delay(Pause, Ct);
        }
    }

    private string Token(int person) => tokens.Issue(
        new Caller(string.Create(CultureInfo.InvariantCulture, $"account-{person}"), Role.Applicant, Array.Empty<DivisionCode>()),
        TimeProvider.System.GetUtcNow(),
        TimeSpan.FromMinutes(10));

    private static HttpRequestMessage Request(HttpMethod method, string path, string token, object? body, string? key)
    {
        var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
        {
            message.Headers.Add("Idempotency-Key", key);
        }

        return message;
    }
}
