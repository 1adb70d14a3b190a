using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A pack as anybody may read it: every value with its date, its source, and whether that was verified.</summary>
/// <param name="Id">The pack.</param>
/// <param name="Title">What it is called.</param>
/// <param name="City">The city; the first where it is for several.</param>
/// <param name="Cities">Every city it is for.</param>
/// <param name="Versions">Its versions, by the day each came into force.</param>
/// <param name="DistrictClasses">The class of each district, by the district's code.</param>
/// <param name="DistrictNames">What the districts are called, by their codes; one that is not here is known by its code alone.</param>
/// <param name="ClassTitles">What each district class is called.</param>
/// <param name="Routes">The routes; any one suffices.</param>
/// <param name="Parameters">The values the routes use.</param>
/// <param name="Unknowns">What is not known about the rules.</param>
public sealed record PackView(
    string Id,
    LocalizedText Title,
    DivisionCode City,
    IReadOnlyList<DivisionCode> Cities,
    IReadOnlyList<LocalDate> Versions,
    IReadOnlyDictionary<string, string> DistrictClasses,
    IReadOnlyDictionary<string, LocalizedText> DistrictNames,
    IReadOnlyDictionary<string, LocalizedText> ClassTitles,
    IReadOnlyList<PolicyRoute> Routes,
    IReadOnlyList<PolicyParameter> Parameters,
    IReadOnlyList<LocalizedText> Unknowns)
{
    /// <summary>A pack's view.</summary>
    public static PackView Of(PolicyPack pack) => new(
        pack.Id,
        pack.Title,
        pack.Cities[0],
        pack.Cities,
        [.. pack.Versions.Select(version => version.From)],
        pack.DistrictClasses.ToDictionary(district => district.Key.ToString(), district => district.Value, StringComparer.Ordinal),
        pack.DistrictNames.ToDictionary(district => district.Key.ToString(), district => district.Value, StringComparer.Ordinal),
        pack.ClassTitles,
        pack.Routes,
        pack.Parameters,
        pack.Unknowns);
}
