using System.Collections.Frozen;
using HukouWorkflow.Core.Policies.Explaining;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>
/// Reads one pack: every file for itself, then the names they use of each other, and only when all that is sound the
/// versions they make and the ceiling above them.
/// </summary>
internal static class PackReader
{
    private const string Header = "pack.yaml";
    private const string Routes = "routes.yaml";
    private const string Points = "points.yaml";

    /// <summary>The pack, or null where something is wrong with it.</summary>
    /// <param name="folder">The pack's folder.</param>
    /// <param name="ceilings">The national ceilings, or null where they could not be read.</param>
    /// <param name="texts">The sentences that all packs share, or null where they could not be read.</param>
    /// <param name="problems">Takes up what is wrong.</param>
    public static PolicyPack? Read(PackFolder folder, Ceilings? ceilings, FrozenDictionary<Language, PackTexts>? texts, ICollection<PackProblem> problems)
    {
        var found = new HashSet<PackProblem>();
        var header = folder.Open(Header, found) is { } pack ? HeaderReader.Read(folder.Name, pack) : null;
        var classes = header?.DistrictClasses.Values.ToHashSet(StringComparer.Ordinal);
        var parameters = ReadParameters(folder, classes, found);
        var routesFields = folder.Open(Routes, found);
        var routes = routesFields is null ? null : RoutesReader.Read(routesFields, classes);
        var named = new List<NamedParameter>();
        var points = folder.Paths.Contains(Points, StringComparer.Ordinal) && folder.Open(Points, found) is { } table ? PointsReader.Read(table, named) : [];
        foreach (var path in folder.Paths.Where(path => !IsKnown(path)))
        {
            found.Add(new(folder.FileAt(path), 1, "unknownFile", $"A pack has no use for this file. Known are: {Header}, {Routes}, {Points}, parameters/*.yaml, texts/en.yaml, texts/zh-CN.yaml, tests/*.yaml."));
        }

        if (header is not null && routes is not null)
        {
            ParameterNames.Check(routes, header.Parameters.Concat(named), parameters, found);
        }

        if (header is not null && ceilings is not null && !ceilings.Knows(header.CityClass) && header.CityClass.Length > 0)
        {
            header.Fields.Report("cityClass", "unknownCityClass", $"'{header.CityClass}' is no city class. {Spelling.Suggest(header.CityClass, ceilings.CityClasses)}");
        }

        var own = texts is null ? null : TextsReader.ReadOwn(folder, texts, found);
        var whole = found.Count == 0 && ceilings is not null && own is not null
            ? PutTogether(header!, routes!, points, parameters.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal), ceilings, found) with { Texts = own }
            : null;
        foreach (var problem in found)
        {
            problems.Add(problem);
        }

        return found.Count == 0 ? whole : null;
    }

    private static bool IsParameter(string path) =>
        path.StartsWith("parameters/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsKnown(string path) => path is Header or Routes or Points || IsParameter(path) || TextsReader.IsOwn(path) || path.StartsWith("tests/", StringComparison.Ordinal);

    // A parameter whose file is no YAML is known by name all the same, so that no criterion is blamed for naming it.
    private static SortedDictionary<string, PolicyParameter?> ReadParameters(
        PackFolder folder, IReadOnlySet<string>? classes, HashSet<PackProblem> found)
    {
        var parameters = new SortedDictionary<string, PolicyParameter?>(StringComparer.Ordinal);
        foreach (var path in folder.Paths.Where(IsParameter))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            parameters[name] = folder.Open(path, found) is { } fields ? ParameterReader.Read(name, fields, classes) : null;
        }

        return parameters;
    }

    private static PolicyPack PutTogether(
        PackHeader header,
        IReadOnlyList<PolicyRoute> routes,
        IReadOnlyList<PointsEntry> points,
        IReadOnlyDictionary<string, PolicyParameter> parameters,
        Ceilings ceilings,
        HashSet<PackProblem> found) => new()
        {
            Id = header.Id,
            Title = header.Title,
            Cities = header.Cities,
            CityClass = header.CityClass,
            Divisions = header.Divisions,
            DistrictClasses = header.DistrictClasses,
            DistrictNames = header.DistrictNames,
            ClassTitles = header.ClassTitles,
            Parameters = [.. parameters.Values],
            Routes = routes,
            Points = points,
            Recognition = header.Recognition,
            Family = header.Family,
            Benefits = header.Benefits,
            AnnualQuota = header.AnnualQuota,
            Unknowns = header.Unknowns,
            MinimumAge = header.Parameter(HeaderRole.MinimumAge.Name) is { } age ? parameters[age] : null,
            LateEndorsementEffect = header.Parameter(HeaderRole.Effect.Name) is { } effect ? parameters[effect] : null,
            AbsenceAllowance = header.Parameter(HeaderRole.Allowance.Name) is { } allowance ? parameters[allowance] : null,
            At = header.Fields.AtKey(header.Fields.Has("city") ? "city" : "cities"),
            Versions = new VersionResolver(header, routes, points, parameters, ceilings, found).Resolve(),
        };
}
