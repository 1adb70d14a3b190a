using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A value of a parameter, in force until the next one of the same parameter.</summary>
public sealed record ParameterValue
{
    /// <summary>The first day it is in force.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The value for the whole city in its invariant form (<c>P5Y</c>, <c>100000</c>), or null where it differs by district class.</summary>
    public string? Value { get; init; }

    /// <summary>The value by district class, every class once; empty where one value holds for the whole city.</summary>
    public IReadOnlyDictionary<string, string> ByDistrictClass { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What it rests on, and how sure it is.</summary>
    public required Citation Citation { get; init; }

    internal SourceLine At { get; init; }

    internal string? For(string? districtClass) =>
        Value ?? (districtClass is null ? null : ByDistrictClass[districtClass]);
}
