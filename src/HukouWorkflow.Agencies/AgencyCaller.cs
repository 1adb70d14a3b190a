using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using HukouWorkflow.Core.Cases;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace HukouWorkflow.Agencies;

/// <summary>Puts one request to one agency. Whatever the agency does, there is a reply; only the caller's own cancellation throws.</summary>
internal sealed class AgencyCaller(IHttpClientFactory clients)
{
    /// <summary>The header that makes a request safe to repeat.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const string JsonType = "application/json";

    /// <summary>Sends what is disclosed and reads the answer.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<AgencyReply> SendAsync(Agency agency, EffectKey key, Disclosure disclosure, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, agency.Path);
        request.Headers.Add(KeyHeader, key.ToString());
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(disclosure, AgencyJson.Options));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(JsonType);
        try
        {
            using var client = clients.CreateClient(agency.ClientName);
            using var response = await client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? Read(response, await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : new AgencyReply(null, string.Create(CultureInfo.InvariantCulture, $"http-{(int)response.StatusCode}"));
        }
        catch (TimeoutRejectedException)
        {
            return new AgencyReply(null, "timeout");
        }
        catch (BrokenCircuitException)
        {
            return new AgencyReply(null, "circuitOpen");
        }
        catch (HttpRequestException failure)
        {
            var tooLong = failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;
            return new AgencyReply(null, tooLong ? AgencyReply.Malformed : "connection");
        }
    }

    private static AgencyReply Read(HttpResponseMessage response, byte[] body)
    {
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, JsonType, StringComparison.OrdinalIgnoreCase))
        {
            return new AgencyReply(null, AgencyReply.Malformed);
        }

        try
        {
            var answer = JsonSerializer.Deserialize<AgencyAnswer>(body, AgencyJson.Options);
            return new AgencyReply(answer, answer is null ? AgencyReply.Malformed : null);
        }
        catch (JsonException)
        {
            return new AgencyReply(null, AgencyReply.Malformed);
        }
    }
}
