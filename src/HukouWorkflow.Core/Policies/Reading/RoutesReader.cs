namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads <c>routes.yaml</c>.</summary>
internal static class RoutesReader
{
    // More than any city has; few enough that resolving them for every version and district class costs nothing.
    private const int MostRoutes = 100;

    /// <summary>Reads the routes.</summary>
    /// <param name="fields">The file.</param>
    /// <param name="districtClasses">The pack's district classes, or null where they are not known and nothing can be held against them.</param>
    public static IReadOnlyList<PolicyRoute> Read(Fields fields, IReadOnlySet<string>? districtClasses)
    {
        var entries = fields.MapList("routes");
        if (entries.Count > MostRoutes)
        {
            fields.Report(entries[MostRoutes].At, "tooMany", $"There are {entries.Count} routes, and at most {MostRoutes} are read. Join routes that ask the same, by district class or with 'any'.");
        }

        IReadOnlyList<PolicyRoute> routes = [.. entries.Take(MostRoutes).Select(route => ReadRoute(route, districtClasses))];
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
            All = CriterionReader.ReadAll(fields, "all", districtClasses),
            At = fields.At,
        };
        fields.CheckSpan(route.Since, route.Until);
        fields.End();
        return route;
    }
}
