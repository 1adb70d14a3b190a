using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HukouWorkflow.Http.Tests.Service;

/// <summary>Holds bodies against the schemas of an OpenAPI document: what is said must be there, and what is there must be said.</summary>
/// <param name="document">The document.</param>
internal sealed class OpenApiSchemas(JsonNode document)
{
    private readonly JsonObject _schemas = document.At("/components/schemas")!.AsObject();

    /// <summary>The schema of what a call answers when all went well.</summary>
    public JsonNode AnswerOf(string method, string path) => document["paths"]![path]![method]!["responses"]!.AsObject()
        .Single(answer => answer.Key.StartsWith('2')).Value!["content"]!["application/json"]!["schema"]!;

    /// <summary>Where a body departs from a schema, or nothing.</summary>
    public IReadOnlyList<string> Departures(JsonNode? schema, JsonNode? body, string at = "")
    {
        if (schema?["$ref"] is { } reference)
        {
            return Departures(_schemas[reference.GetValue<string>().Split('/')[^1]], body, at);
        }

        if (schema?["oneOf"] is JsonArray choices)
        {
            var byChoice = choices.Select(choice => Departures(choice, body, at)).ToList();
            return byChoice.Count(departures => departures.Count == 0) == 1 ? [] : [$"{at}: {string.Join(" | ", byChoice.Select(each => string.Join(", ", each)))}"];
        }

        var kinds = schema?["type"] is JsonArray several ? [.. several.Select(one => one!.GetValue<string>())] : schema?["type"] is { } one ? new[] { one.GetValue<string>() } : [];
        if (kinds.Length > 0 && !kinds.Any(kind => IsOf(kind, body)))
        {
            return [$"{at} is {body?.GetValueKind().ToString() ?? "null"}, not {string.Join(" or ", kinds)}"];
        }

        return body switch
        {
            JsonObject parts => [.. OfParts(schema, parts, at)],
            JsonArray items => [.. items.SelectMany((item, index) => Departures(schema!["items"], item, $"{at}/{index.ToString(CultureInfo.InvariantCulture)}"))],
            _ when schema?["enum"] is JsonArray words && !words.Any(each => JsonNode.DeepEquals(each, body)) => [$"{at} is none of {words.ToJsonString()}"],
            _ => [],
        };
    }

    private IEnumerable<string> OfParts(JsonNode? schema, JsonObject parts, string at)
    {
        // A shape that is said to be anything, such as an event of the journal, may be.
        if (schema?["properties"] is null && schema?["additionalProperties"] is null)
        {
            return schema?["type"] is null ? [] : [$"{at} is an object of which no field is described"];
        }

        var described = schema["properties"]?.AsObject() ?? [];
        var missing = (schema["required"]?.AsArray() ?? []).Select(each => each!.GetValue<string>()).Where(name => !parts.ContainsKey(name)).Select(name => $"{at}/{name} is missing");
        return missing.Concat(parts.SelectMany(part => described[part.Key] is { } known ? Departures(known, part.Value, $"{at}/{part.Key}")
            : schema["additionalProperties"] is JsonObject any ? Departures(any, part.Value, $"{at}/{part.Key}")
            : [$"{at}/{part.Key} is not described"]));
    }

    private static bool IsOf(string kind, JsonNode? body) => (kind, body?.GetValueKind() ?? JsonValueKind.Null) is
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null)
        or ("integer" or "number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False);
}
