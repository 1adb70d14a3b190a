using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What <c>pack.yaml</c> says.</summary>
internal sealed record PackHeader
{
    public required string Id { get; init; }

    public required LocalizedText Title { get; init; }

    public required IReadOnlyList<DivisionCode> Cities { get; init; }

    public required string CityClass { get; init; }

    public required string Divisions { get; init; }

    public required IReadOnlyDictionary<DivisionCode, string> DistrictClasses { get; init; }

    public required IReadOnlyDictionary<DivisionCode, LocalizedText> DistrictNames { get; init; }

    public required IReadOnlyDictionary<string, LocalizedText> ClassTitles { get; init; }

    /// <summary>The parameters that the header itself names, by what each is for.</summary>
    public required IReadOnlyList<NamedParameter> Parameters { get; init; }

    public required IReadOnlyList<Recognition> Recognition { get; init; }

    public required IReadOnlyList<FamilyTerms> Family { get; init; }

    public required Benefits? Benefits { get; init; }

    public required AnnualQuota? AnnualQuota { get; init; }

    public required IReadOnlyList<LocalizedText> Unknowns { get; init; }

    public required Fields Fields { get; init; }

    /// <summary>The name of the parameter used for something, or null where none is.</summary>
    public string? Parameter(string role) => Parameters.FirstOrDefault(named => string.Equals(named.Role.Name, role, StringComparison.Ordinal))?.Name;
}
