using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>
/// Reads a body into a form. A body that is right is read once. One that is not is walked again beside the form's own
/// shape, so that every wrong type and every unknown field is named at once, and what is left can still be judged.
/// </summary>
internal static class StrictJson
{
    /// <summary>Reads a body.</summary>
    /// <typeparam name="T">The form.</typeparam>
    /// <param name="utf8">The body.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The form, without the parts that are wrong; null where there is none at all.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8, InputProblems problems)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(utf8, HukouJson.Input) is { } form)
            {
                return form;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NotSupportedException)
        {
            // Half a surrogate pair is told by the second of these, a missing type by the third. What exactly is wrong, and
            // what else, is found below.
        }

        return ReadWhatIsRight<T>(utf8, problems);
    }

    private static T? ReadWhatIsRight<T>(ReadOnlySpan<byte> utf8, InputProblems problems)
        where T : class
    {
        if (!JsonTree.TryRead(utf8, problems, out var root))
        {
            return null;
        }

        return Keep(root, typeof(T), string.Empty, problems) is { } kept ? kept.Deserialize<T>(HukouJson.Input) : null;
    }

    /// <summary>The node without what is wrong in it, or null where nothing is left.</summary>
    private static JsonNode? Keep(JsonNode? node, Type type, string pointer, InputProblems problems)
    {
        var shape = HukouJson.Input.GetTypeInfo(type);
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object:
                return KeepObject(node, shape, pointer, problems);
            case JsonTypeInfoKind.Enumerable:
                return KeepList(node, shape.ElementType!, pointer, problems);
            default:
                if (node is null)
                {
                    return null;
                }

                try
                {
                    node.Deserialize(type, HukouJson.Input);
                    return node;
                }
                catch (JsonException)
                {
                    problems.Add(pointer, ExpectedText(type), ExpectedArguments(type));
                    return null;
                }
        }
    }

    private static JsonObject? KeepObject(JsonNode? node, JsonTypeInfo shape, string pointer, InputProblems problems)
    {
        if (node is not JsonObject given)
        {
            if (node is not null || pointer.Length == 0)
            {
                problems.Add(pointer, "input.expectedObject");
            }

            return null;
        }

        if (shape.PolymorphismOptions is { } polymorphism)
        {
            var discriminator = polymorphism.TypeDiscriminatorPropertyName;
            var known = polymorphism.DerivedTypes.ToDictionary(derived => (string)derived.TypeDiscriminator!, StringComparer.Ordinal);
            if (given[discriminator] is not JsonValue value || !value.TryGetValue(out string? name) || !known.TryGetValue(name, out var derived))
            {
                problems.Add($"{pointer}/{discriminator}", "input.expectedOneOf", string.Join(", ", known.Keys));
                return null;
            }

            given.Remove(discriminator);
            var kept = KeepObject(given, HukouJson.Input.GetTypeInfo(derived.DerivedType), pointer, problems);
            kept?.Insert(0, discriminator, name);
            return kept;
        }

        var result = new JsonObject();
        var properties = shape.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var (name, value) in given.ToList())
        {
            var at = $"{pointer}/{JsonTree.Escape(name)}";
            if (!properties.TryGetValue(name, out var property))
            {
                problems.Add(at, "input.unknownField", string.Join(", ", properties.Keys));
                continue;
            }

            given.Remove(name);
            if (Keep(value, property.PropertyType, at, problems) is { } kept)
            {
                result[name] = kept;
            }
        }

        return result;
    }

    private static JsonArray? KeepList(JsonNode? node, Type elementType, string pointer, InputProblems problems)
    {
        if (node is not JsonArray given)
        {
            if (node is not null)
            {
                problems.Add(pointer, "input.expectedList");
            }

            return null;
        }

        if (given.Count > FormReader.MaxEntries)
        {
            problems.Add(pointer, "input.tooMany", FormReader.MaxEntries);
            return null;
        }

        var result = new JsonArray();
        var elements = given.ToList();
        given.Clear();
        for (var i = 0; i < elements.Count; i++)
        {
            // A wrong element leaves its place empty, so that the others keep their pointers.
            result.Add(Keep(elements[i], elementType, $"{pointer}/{i}", problems));
        }

        return result;
    }

    private static string ExpectedText(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(LocalDate) => "input.expectedDate",
        var plain when plain == typeof(Period) => "input.expectedPeriod",
        var plain when plain == typeof(bool) => "input.expectedTrueOrFalse",
        var plain when plain == typeof(int) || plain == typeof(decimal) => "input.expectedNumber",
        var plain when plain.IsEnum => "input.expectedOneOf",
        _ => "input.expectedText",
    };

    private static object[] ExpectedArguments(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } plain
            ? [string.Join(", ", Enum.GetNames(plain).Select(JsonNamingPolicy.CamelCase.ConvertName))]
            : [];
}
