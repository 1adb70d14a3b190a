using System.Text.Json;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Contract;

namespace HukouWorkflow.Http.Input;

/// <summary>Reads a body that is not right into a tree, so that its faults can be named by their places.</summary>
internal static class JsonTree
{
    /// <summary>Reads a body. A field given twice is a fault; the first one is kept.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="root">What was read.</param>
    /// <returns>Whether it is JSON at all.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, InputProblems problems, out JsonNode? root)
    {
        root = null;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = HukouJson.MaxDepth });
        try
        {
            reader.Read();
            root = ReadValue(ref reader, string.Empty, problems);
            reader.Read();
            return true;
        }
        catch (JsonException malformed)
        {
            problems.Add(string.Empty, "input.malformed", (malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair, which the reader itself lets pass.
            var before = utf8[..(int)reader.TokenStartIndex];
            problems.Add(string.Empty, "input.malformed", before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
        }

        return false;
    }

    /// <summary>A field's name as a step of a JSON pointer (RFC 6901).</summary>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonNode? ReadValue(ref Utf8JsonReader reader, string pointer, InputProblems problems) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, pointer, problems),
        JsonTokenType.StartArray => ReadList(ref reader, pointer, problems),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        _ => JsonNode.Parse(ref reader),
    };

    private static JsonObject ReadObject(ref Utf8JsonReader reader, string pointer, InputProblems problems)
    {
        var result = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var at = $"{pointer}/{Escape(name)}";
            reader.Read();
            if (!result.TryAdd(name, ReadValue(ref reader, at, problems)))
            {
                problems.Add(at, "input.twice");
            }
        }

        return result;
    }

    private static JsonArray ReadList(ref Utf8JsonReader reader, string pointer, InputProblems problems)
    {
        var result = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(ReadValue(ref reader, $"{pointer}/{result.Count}", problems));
        }

        return result;
    }
}
