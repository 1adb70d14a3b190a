using System.Text.Json;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Agencies;

/// <summary>One of the eight services: six registers and two benefit agencies. Its name stands in paths, options and faults.</summary>
internal sealed record Agency(string Name, string Path)
{
    private static readonly Agency[] Registers =
        [.. Enum.GetNames<Register>().Select(JsonNamingPolicy.CamelCase.ConvertName).Select(name => new Agency(name, $"registers/{name}/checks"))];

    private static readonly Agency[] Benefits =
        [.. Enum.GetNames<BenefitKind>().Select(JsonNamingPolicy.CamelCase.ConvertName).Select(name => new Agency(name, $"benefits/{name}/requests"))];

    /// <summary>All eight.</summary>
    public static IReadOnlyList<Agency> All { get; } = [.. Registers, .. Benefits];

    /// <summary>All eight names, for the message that refuses another.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(agency => agency.Name));

    /// <summary>The name under which its HTTP client, and with it its own circuit breaker, is registered.</summary>
    public string ClientName { get; } = "agency-" + Name;

    /// <summary>The agency of a name (case matters), or null.</summary>
    public static Agency? Named(string? name) => All.FirstOrDefault(agency => string.Equals(agency.Name, name, StringComparison.Ordinal));

    public static Agency Of(Register register) => Registers[(int)register];

    public static Agency Of(BenefitKind kind) => Benefits[(int)kind];
}
