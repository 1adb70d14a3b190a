using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace HukouWorkflow.Testing.Conversations;

/// <summary>Says things to the service and reads what it answers.</summary>
public static class Conversation
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, string address, JsonNode? body, string? key = null) =>
        client.SendTextAsync(address, body?.ToJsonString() ?? "null", key);

    public static Task<HttpResponseMessage> SendTextAsync(this HttpClient client, string address, string body, string? key = null) =>
        client.SendBytesAsync(address, Encoding.UTF8.GetBytes(body), key);

    public static Task<HttpResponseMessage> SendBytesAsync(this HttpClient client, string address, byte[] body, string? key = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return client.SendAsync(request, Ct);
    }

    public static Task<HttpResponseMessage> LookAsync(this HttpClient client, string address) =>
        client.GetAsync(new Uri(address, UriKind.Relative), Ct);

    /// <summary>What an address shows.</summary>
    public static async Task<JsonNode> GetBodyAsync(this HttpClient client, string address)
    {
        using var answer = await client.LookAsync(address);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    /// <summary>The body of an answer that has the status it should have.</summary>
    public static async Task<JsonNode> BodyAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} where {(int)status} is due: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A problem as RFC 9457 has it, of the status and name it should have.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string name)
    {
        var body = await answer.BodyAsync(status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"urn:hukou:problem:{name}", body.Text("/type"));
        Assert.Equal((int)status, body.At("/status")!.GetValue<int>());
        Assert.NotEmpty(body.Text("/title"));
        Assert.NotEmpty(body.Text("/detail"));
        Assert.Equal(answer.RequestMessage!.RequestUri!.AbsolutePath, body.Text("/instance"));
        Assert.NotEmpty(body.Text("/traceId"));
        return body;
    }

    /// <summary>The pointers of everything that was wrong.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(this HttpResponseMessage answer)
    {
        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "input");
        return [.. problem["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>What stands at a JSON pointer, or null.</summary>
    public static JsonNode? At(this JsonNode node, string place)
    {
        JsonNode? found = node;
        foreach (var step in place.Split('/').Skip(1))
        {
            found = found is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : found?[step];
        }

        return found;
    }

    /// <summary>The text at a JSON pointer.</summary>
    public static string Text(this JsonNode node, string place)
    {
        var found = node.At(place);
        Assert.True(found is not null, $"There is no {place} in {node}");
        return found.GetValue<string>();
    }

    /// <summary>The texts that a pointer gives in every item of a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode list, string place) => [.. list.AsArray().Select(item => item!.Text(place))];

    /// <summary>The same, in one line.</summary>
    public static string Line(this JsonNode list, string place) => string.Join(' ', list.Texts(place));

    /// <summary>Takes a part out of a body, or puts another in its place.</summary>
    public static JsonObject With(this JsonObject form, string place, JsonNode? value)
    {
        var cut = place.LastIndexOf('/');
        form.At(place[..cut])!.AsObject()[place[(cut + 1)..]] = value;
        return form;
    }

    public static JsonObject Without(this JsonObject form, string place)
    {
        var cut = place.LastIndexOf('/');
        form.At(place[..cut])!.AsObject().Remove(place[(cut + 1)..]);
        return form;
    }
}
