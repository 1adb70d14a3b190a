using System.Text.Json;

namespace HukouWorkflow.Ordeals;

/// <summary>An entry of a journal.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="At">When it happened, in Unix milliseconds of the service's time.</param>
/// <param name="Event">The event, as JSON.</param>
/// <param name="Hash">Its hash, in lower-case hexadecimal.</param>
public sealed record StoredEntry(int Version, long At, string Event, string Hash)
{
    /// <summary>The kind of event.</summary>
    public string Type { get; } = TypeOf(Event);

    private static string TypeOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("type").GetString()!;
    }
}
