using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HukouWorkflow.Core.Identity;
using NodaTime.Serialization.SystemTextJson;

namespace HukouWorkflow.Http.Contract;

/// <summary>How the contract writes JSON: camelCase, ISO 8601 dates, instants in UTC, periods, enumerations as words.</summary>
public static class HukouJson
{
    /// <summary>How deep a body may nest.</summary>
    internal const int MaxDepth = 16;

    /// <summary>For answers.</summary>
    public static JsonSerializerOptions Output { get; } = Create(_ => { });

    /// <summary>For bodies: strict, so that nothing is lost silently.</summary>
    internal static JsonSerializerOptions Input { get; } = Create(options =>
    {
        options.Converters.Insert(0, new WordConverterFactory());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = MaxDepth;
    });

    /// <summary>Adds the contract's types to other options.</summary>
    public static void AddConverters(JsonSerializerOptions options)
    {
        options.Converters.Add(NodaConverters.LocalDateConverter);
        options.Converters.Add(NodaConverters.InstantConverter);
        options.Converters.Add(NodaConverters.NormalizingIsoPeriodConverter);
        options.Converters.Add(new TextConverter<CaseId>());
        options.Converters.Add(new TextConverter<DivisionCode>());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create(Action<JsonSerializerOptions> configure)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Chinese stays readable; what could close a script element is still escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        AddConverters(options);
        configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
