using System.Text.Json;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Tables.Rows;

/// <summary>A status as rows name it: by the contract's word, which is for ever.</summary>
internal static class StatusName
{
    private static readonly Dictionary<CaseStatus, string> Names =
        Enum.GetValues<CaseStatus>().ToDictionary(status => status, status => JsonNamingPolicy.CamelCase.ConvertName(status.ToString()));

    private static readonly Dictionary<string, CaseStatus> Statuses = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(CaseStatus status) => Names[status];

    public static bool TryParse(string? name, out CaseStatus status)
    {
        status = default;
        return name is not null && Statuses.TryGetValue(name, out status);
    }
}
