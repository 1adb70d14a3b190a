using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HukouWorkflow.Core.Cases.Events;
using NodaTime.Serialization.SystemTextJson;

namespace HukouWorkflow.Core.Cases;

/// <summary>
/// How events and personal data are written: UTF-8 JSON, camelCase, ISO 8601 dates, nulls and optional empty lists left out. The
/// bytes are what the hash chain covers, so a stored event is never written again, only read.
/// </summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>Writes an event.</summary>
    public static byte[] Write(CaseEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Options);

    /// <summary>Reads an event. Fields this build does not know are passed over: a later one may have added them.</summary>
    /// <exception cref="JsonException">The bytes are no event this build knows.</exception>
    public static CaseEvent Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<CaseEvent>(bytes, Options) ?? throw new JsonException("An event cannot be null.");

    /// <summary>Writes personal data, to be sealed at once.</summary>
    public static byte[] WritePersonal(PersonalAmendment amendment) => JsonSerializer.SerializeToUtf8Bytes(amendment, Options);

    /// <summary>Reads personal data just unsealed.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static PersonalAmendment ReadPersonal(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<PersonalAmendment>(bytes, Options) ?? throw new JsonException("Personal data cannot be null.");

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Chinese text stays readable and short; the bytes go to a file or an encrypted row, never into a page.
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatSaysNothing } },
        };
        options.Converters.Add(NodaConverters.LocalDateConverter);
        options.Converters.Add(NodaConverters.InstantConverter);
        options.Converters.Add(NodaConverters.RoundtripPeriodConverter);
        options.Converters.Add(new DivisionCodeJsonConverter());
        options.Converters.Add(new PersonKeyJsonConverter());
        options.Converters.Add(new YuanJsonConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatSaysNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // What is computed from the rest (the absences that stand, say) is not to be kept for ever.
            if (property.Set is null)
            {
                property.ShouldSerialize = static (_, _) => false;
            }

            // A list that must be there is written even when it is empty: left out, it could not be read again.
            else if (property.AssociatedParameter is null && !property.IsRequired && IsList(property.PropertyType))
            {
                property.ShouldSerialize = static (_, value) => value is not ICollection { Count: 0 };
            }
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
}
