using System.Text.Json;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>Reads faults from JSON, and says of every field what is wrong with it.</summary>
internal sealed class FaultsReader
{
    private static readonly JsonSerializerOptions StrictJson = new(AgencyJson.Strict) { RespectRequiredConstructorParameters = true };

    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    private FaultsReader()
    {
    }

    /// <summary>Reads the faults.</summary>
    /// <param name="json">The body of the request.</param>
    /// <param name="errors">Messages by JSON pointer; empty where the faults were read.</param>
    public static Faults Read(JsonElement json, out IReadOnlyDictionary<string, string[]> errors)
    {
        var reader = new FaultsReader();
        var faults = reader.ReadRoot(json);
        foreach (var (pointer, message) in faults.OutOfRange())
        {
            reader.Refuse(pointer, message);
        }

        errors = reader._errors;
        return faults;
    }

    private Faults ReadRoot(JsonElement json)
    {
        var faults = Faults.None;
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse("", "An object is expected.");
            return faults;
        }

        foreach (var field in json.EnumerateObject())
        {
            var pointer = "/" + field.Name;
            faults = field.Name switch
            {
                "seed" => faults with { Seed = Whole(field.Value, pointer) },
                "agencies" => faults with { Agencies = List(field.Value, pointer, Text) },
                "latencyMs" => faults with { LatencyMs = Whole(field.Value, pointer) },
                "errorRate" => faults with { ErrorRate = Rate(field.Value, pointer) },
                "dropRate" => faults with { DropRate = Rate(field.Value, pointer) },
                "lateRate" => faults with { LateRate = Rate(field.Value, pointer) },
                "lateMs" => faults with { LateMs = Whole(field.Value, pointer) },
                "duplicateRate" => faults with { DuplicateRate = Rate(field.Value, pointer) },
                "failFirst" => faults with { FailFirst = Whole(field.Value, pointer) },
                "contradict" => faults with { Contradict = List(field.Value, pointer, (item, at) => Person<ContradictedPerson>(item, at, "register")) },
                "decline" => faults with { Decline = List(field.Value, pointer, (item, at) => Person<DeclinedPerson>(item, at, "benefit")) },
                _ => Unknown(faults, pointer),
            };
        }

        return faults;
    }

    private List<T> List<T>(JsonElement json, string pointer, Func<JsonElement, string, T?> read)
        where T : class
    {
        var items = new List<T>();
        if (json.ValueKind != JsonValueKind.Array)
        {
            Refuse(pointer, "A list is expected.");
            return items;
        }

        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (read(item, $"{pointer}/{index}") is { } value)
            {
                items.Add(value);
            }
        }

        return items;
    }

    private T? Person<T>(JsonElement json, string pointer, string field)
        where T : class
    {
        try
        {
            return json.Deserialize<T>(StrictJson) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            Refuse(pointer, $"An object with residentId and {field}, and nothing else, is expected; {field} is the name of one.");
            return null;
        }
    }

    private string? Text(JsonElement json, string pointer)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return json.GetString();
        }

        Refuse(pointer, "A text is expected.");
        return null;
    }

    private int Whole(JsonElement json, string pointer)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value))
        {
            return value;
        }

        Refuse(pointer, "A whole number is expected.");
        return 0;
    }

    private double Rate(JsonElement json, string pointer)
    {
        if (json.ValueKind == JsonValueKind.Number)
        {
            return json.GetDouble();
        }

        Refuse(pointer, "A number is expected.");
        return 0;
    }

    private Faults Unknown(Faults faults, string pointer)
    {
        Refuse(pointer, "There is no such field.");
        return faults;
    }

    private void Refuse(string pointer, string message) =>
        _errors[pointer] = _errors.TryGetValue(pointer, out var earlier) ? [.. earlier, message] : [message];
}
