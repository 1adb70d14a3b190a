using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace HukouWorkflow.Bench.Loading;

/// <summary>What a measuring command and its load generator say to each other: a line each.</summary>
internal static class LoadProtocol
{
    /// <summary>What the generator prints when the warm-up is over.</summary>
    public const string Warm = "warm";

    /// <summary>How a plan and its result are written.</summary>
    public static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}
