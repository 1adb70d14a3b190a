namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Checks that routes, sections and parameters fit each other by name and by kind.</summary>
internal static class ParameterNames
{
    /// <param name="routes">The pack's routes.</param>
    /// <param name="named">The parameters that the header and the points table name.</param>
    /// <param name="parameters">Its parameters by name; null where the file could not be read.</param>
    /// <param name="problems">Takes up what is wrong.</param>
    public static void Check(
        IReadOnlyList<PolicyRoute> routes,
        IEnumerable<NamedParameter> named,
        IReadOnlyDictionary<string, PolicyParameter?> parameters,
        ICollection<PackProblem> problems)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var ofCriteria = routes.SelectMany(route => route.All).SelectMany(Flatten).SelectMany(criterion => CriterionRole.Of(criterion.Kind)
            .Where(role => criterion.Parameter(role.Name) is not null)
            .Select(role => new NamedParameter(role, criterion.Parameter(role.Name)!, criterion.At)));
        foreach (var each in named.Concat(ofCriteria).Where(each => each.Name.Length > 0))
        {
            used.Add(each.Name);
            CheckUse(each, parameters, problems);
        }

        foreach (var unused in parameters.Values.OfType<PolicyParameter>().Where(parameter => !used.Contains(parameter.Name)))
        {
            problems.Add(new(unused.At.File, unused.At.Line, "unusedParameter", $"Nothing uses the parameter '{unused.Name}'. Name it in a route, or remove the file."));
        }
    }

    /// <summary>A criterion and those it is made of.</summary>
    public static IEnumerable<RouteCriterion> Flatten(RouteCriterion criterion) => criterion.Of.SelectMany(Flatten).Prepend(criterion);

    private static void CheckUse(NamedParameter named, IReadOnlyDictionary<string, PolicyParameter?> parameters, ICollection<PackProblem> problems)
    {
        var (role, name, at) = named;
        if (!parameters.TryGetValue(name, out var parameter))
        {
            problems.Add(new(at.File, at.Line, "unknownParameter", $"'{name}' is no parameter. {Spelling.Suggest(name, parameters.Keys)}"));
            return;
        }

        if (parameter is null)
        {
            return;
        }

        if (parameter.Unit != role.Unit)
        {
            problems.Add(new(at.File, at.Line, "unit", $"'{role.Name}' needs the unit '{Words<ParameterUnit>.WordFor(role.Unit)}', and '{name}' has '{Words<ParameterUnit>.WordFor(parameter.Unit)}'. Name another parameter, or change its unit."));
        }

        foreach (var value in parameter.Values.Where(value => role.IsCityWide && value.Value is null))
        {
            problems.Add(new(value.At.File, value.At.Line, "cityWide", $"'{role.Name}' must be one value for the whole city. Give one value instead of one a district class."));
        }
    }
}
