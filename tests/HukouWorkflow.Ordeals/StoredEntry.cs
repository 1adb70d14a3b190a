using System.Text.Json;

namespace HukouWorkflow.Ordeals;

/// <summary>An entry of a journal.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="At">When it happened, in Unix milliseconds of the service's time.</param>
/// <param name="Event">The event, as JSON.</param>
/// <param name="Hash">Its hash, in lower-case hexadecimal.</param>
public sealed record StoredEntry(int Version, long At, string Event, string Hash)
{
    /// <summary>The kind of event, or null where it can no longer be read as one: a bit of it has turned over.</summary>
    public string? Type { get; } = TypeOf(Event);

    private static string? TypeOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
