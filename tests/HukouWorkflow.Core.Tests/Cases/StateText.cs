using System.Text.Json;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Cases;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>A state written out whole, so that two can be compared and one can be kept.</summary>
internal static class StateText
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new DivisionCodeJsonConverter(), new PersonKeyJsonConverter(), new YuanJsonConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Of(CaseState state) => JsonSerializer.Serialize(state, Options);
}
