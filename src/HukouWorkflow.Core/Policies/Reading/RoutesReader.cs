using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads <c>routes.yaml</c>.</summary>
internal static class RoutesReader
{
    /// <summary>Reads the routes.</summary>
    /// <param name="fields">The file.</param>
    /// <param name="districtClasses">The pack's district classes, or null where they are not known and nothing can be held against them.</param>
    public static IReadOnlyList<PolicyRoute> Read(Fields fields, IReadOnlySet<string>? districtClasses)
    {
        IReadOnlyList<PolicyRoute> routes = [.. fields.MapList("routes").Select(route => ReadRoute(route, districtClasses))];
        foreach (var repeated in routes.GroupBy(route => route.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            fields.Report(repeated.At, "duplicateId", $"A route '{repeated.Id}' stands above. Give each route its own id.");
        }

        fields.End();
        return routes;
    }

    private static PolicyRoute ReadRoute(Fields fields, IReadOnlySet<string>? districtClasses)
    {
        var route = new PolicyRoute
        {
            Id = fields.Text("id"),
            Title = fields.Localized("title"),
            Since = fields.Date("since"),
            Until = fields.OptionalDate("until"),
            Citation = fields.Citation(),
            All = ReadCriteria(fields, "all", districtClasses),
            At = fields.At,
        };
        if (route.Until <= route.Since)
        {
            fields.Report("until", "noCriteria", "The route ends before it begins, so nobody can meet it. Put 'until' after 'since'.");
        }

        fields.End();
        return route;
    }

    private static IReadOnlyList<RouteCriterion> ReadCriteria(Fields fields, string key, IReadOnlySet<string>? districtClasses)
    {
        var entries = fields.MapList(key);
        if (fields.IsEmptyList(key))
        {
            fields.Report(key, "noCriteria", "There is no criterion, so nobody can meet this. Add at least one.");
        }

        return [.. entries.Select(entry => ReadCriterion(entry, districtClasses)).OfType<RouteCriterion>()];
    }

    private static RouteCriterion? ReadCriterion(Fields entry, IReadOnlySet<string>? districtClasses)
    {
        var name = entry.Names.FirstOrDefault(word => Words<CriterionKind>.All.Contains(word, StringComparer.Ordinal)) ?? entry.Names.FirstOrDefault("");
        if (!Words<CriterionKind>.TryParse(name, out var kind))
        {
            entry.Report(entry.At, "unknownCriterion", $"'{name}' is no criterion. {Spelling.Suggest(name, Words<CriterionKind>.All)}");
            return null;
        }

        var criterion = kind == CriterionKind.Any
            ? new RouteCriterion { Kind = kind, Any = ReadCriteria(entry, name, districtClasses), At = entry.At }
            : entry.Map(name) is { } fields ? ReadTerms(kind, fields, districtClasses) : null;
        entry.End();
        return criterion;
    }

    private static RouteCriterion ReadTerms(CriterionKind kind, Fields fields, IReadOnlySet<string>? districtClasses)
    {
        var criterion = new RouteCriterion
        {
            Kind = kind,
            Parameters = CriterionRole.Of(kind)
                .Where(role => role.IsRequired || fields.Has(role.Name))
                .ToDictionary(role => role.Name, role => fields.Text(role.Name), StringComparer.Ordinal),
            Work = kind == CriterionKind.Work ? fields.WordList<EmploymentKind>("kinds") : [],
            Dwellings = kind == CriterionKind.Dwelling ? fields.WordList<Dwelling>("kinds") : [],
            Since = fields.OptionalDate("since"),
            DistrictClasses = fields.Has("districtClasses") ? fields.TextList("districtClasses") : [],
            At = fields.At,
        };
        if (fields.IsEmptyList("kinds"))
        {
            fields.Report("kinds", "noCriteria", "No kind is accepted, so nobody can meet this. Add at least one.");
        }

        foreach (var unknown in criterion.DistrictClasses.Where(name => districtClasses?.Contains(name) == false))
        {
            fields.Report("districtClasses", "unknownDistrictClass", $"'{unknown}' is no district class of this pack. {Spelling.Suggest(unknown, districtClasses!)}");
        }

        fields.End();
        return criterion;
    }
}
