using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What <c>pack.yaml</c> says.</summary>
internal sealed record PackHeader(
    string Id,
    LocalizedText Title,
    DivisionCode City,
    string CityClass,
    string Divisions,
    string? MinimumAge,
    IReadOnlyDictionary<DivisionCode, string> DistrictClasses,
    IReadOnlyList<LocalizedText> Unknowns,
    Fields Fields);
