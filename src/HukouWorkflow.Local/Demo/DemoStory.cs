using System.Text.Json.Nodes;
using HukouWorkflow.Core.Cases;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Local.Demo;

/// <summary>What befalls one person of the demonstration.</summary>
internal sealed record DemoStory
{
    /// <summary>The application's file, without its folder and ending.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The story in a sentence.</summary>
    public string Tells { get; init; } = string.Empty;

    /// <summary>The status the case must end at.</summary>
    public CaseStatus Expect { get; init; }

    /// <summary>The days on which the permit is endorsed.</summary>
    public IReadOnlyList<LocalDate> Endorsed { get; init; } = [];

    /// <summary>Other events: bodies for the contract's call, and under <c>sent</c> the day where it is not <c>on</c>.</summary>
    public IReadOnlyList<Dictionary<string, string>> Events { get; init; } = [];

    /// <summary>The register that contradicts the person, or null.</summary>
    public Register? Contradicts { get; init; }

    /// <summary>The day the application is taken back, or null.</summary>
    public LocalDate? Withdraws { get; init; }

    /// <summary>Everything the person sends after applying, in order of day: the call's last segment and its body.</summary>
    public IEnumerable<DemoPost> Posts()
    {
        var posts = Endorsed.Select(on => new DemoPost(on, "events", new JsonObject { ["type"] = "endorsed", ["on"] = LocalDatePattern.Iso.Format(on) }))
            .Concat(Events.Select(PostOf));
        if (Withdraws is { } day)
        {
            posts = posts.Append(new DemoPost(day, "withdrawal", []));
        }

        return posts.OrderBy(post => post.On);
    }

    private static DemoPost PostOf(Dictionary<string, string> fields)
    {
        var day = LocalDatePattern.Iso.Parse(fields.TryGetValue("sent", out var sent) ? sent : fields["on"]).Value;
        return new DemoPost(day, "events", new JsonObject(fields.Where(field => field.Key is not "sent").Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))));
    }
}
