using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Local.Demo;

/// <summary>A person of the demonstration, who knows the service only by its HTTP contract.</summary>
internal sealed class DemoPerson : IDisposable
{
    private readonly HttpClient _http;
    private readonly Queue<DemoPost> _posts;
    private Uri? _case;
    private int _seen;

    /// <summary>A person about to apply.</summary>
    /// <param name="story">What befalls them.</param>
    /// <param name="service">Where the service is.</param>
    /// <param name="token">Their token.</param>
    public DemoPerson(DemoStory story, Uri service, string token)
    {
        Story = story;
        _posts = new Queue<DemoPost>(story.Posts());
        _http = new HttpClient { BaseAddress = service };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>What befalls them.</summary>
    public DemoStory Story { get; }

    /// <summary>The case as last seen, or null before it was.</summary>
    public JsonNode? View { get; private set; }

    /// <summary>Where the case stands, in the contract's word.</summary>
    public string Status => View?["status"]?.GetValue<string>() ?? "applying";

    /// <summary>The case's id, once there is one.</summary>
    public string? CaseId => View?["id"]?.GetValue<string>();

    /// <summary>Whether the case stands where the story ends.</summary>
    public bool IsAsExpected => string.Equals(Status, JsonNamingPolicy.CamelCase.ConvertName(Story.Expect.ToString()), StringComparison.Ordinal);

    /// <summary>Whether nothing more is to be sent.</summary>
    public bool HasSentAll => _posts.Count == 0;

    /// <summary>Applies.</summary>
    public async Task ApplyAsync(string application, CancellationToken cancellationToken)
    {
        using var content = new StringContent(application, Encoding.UTF8, "application/json");
        var accepted = await SendAsync(new Uri("/api/applications", UriKind.Relative), content, "apply", cancellationToken);
        _case = new Uri(accepted["links"]!["self"]!.GetValue<string>(), UriKind.Relative);
    }

    /// <summary>Sends whatever has fallen due.</summary>
    public async Task SendDueAsync(LocalDate today, CancellationToken cancellationToken)
    {
        while (_posts.TryPeek(out var post) && post.On <= today)
        {
            using var content = JsonContent.Create(post.Body);
            await SendAsync(new Uri($"{_case}/{post.Call}", UriKind.Relative), content, $"{post.Call}-{_posts.Count}", cancellationToken);
            _posts.Dequeue();
        }
    }

    /// <summary>Looks at the case, and tells what is new in its timeline.</summary>
    public async Task<IReadOnlyList<(Instant At, string What)>> LookAsync(CancellationToken cancellationToken)
    {
        View = await _http.GetFromJsonAsync<JsonNode>(_case, cancellationToken);
        var timeline = View!["timeline"]!.AsArray();
        var news = timeline.Skip(_seen).Select(entry => (InstantPattern.ExtendedIso.Parse(entry!["at"]!.GetValue<string>()).Value, entry["what"]!.GetValue<string>())).ToList();
        _seen = timeline.Count;
        return news;
    }

    /// <summary>Lets go of the connection.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> SendAsync(Uri call, HttpContent content, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call) { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await _http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return response.IsSuccessStatusCode
            ? answer!
            : throw new HttpRequestException($"{Story.File}: {call} was answered {(int)response.StatusCode}: {answer?["errors"] ?? answer?["detail"]}");
    }
}
