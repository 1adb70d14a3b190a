namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Checks that routes and parameters fit each other by name and by kind.</summary>
internal static class ParameterNames
{
    private static readonly CriterionRole MinimumAge = new("minimumAge", ParameterUnit.Years, IsRequired: false, IsCityWide: true);

    /// <param name="header">The pack.</param>
    /// <param name="routes">Its routes.</param>
    /// <param name="parameters">Its parameters by name; null where the file could not be read.</param>
    /// <param name="problems">Takes up what is wrong.</param>
    public static void Check(
        PackHeader header,
        IReadOnlyList<PolicyRoute> routes,
        IReadOnlyDictionary<string, PolicyParameter?> parameters,
        ICollection<PackProblem> problems)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        if (header.MinimumAge is { } age)
        {
            used.Add(age);
            CheckUse(MinimumAge, age, header.Fields.AtKey(MinimumAge.Name), parameters, problems);
        }

        foreach (var criterion in routes.SelectMany(route => route.All).SelectMany(Flatten))
        {
            foreach (var role in CriterionRole.Of(criterion.Kind))
            {
                if (criterion.Parameter(role.Name) is { Length: > 0 } name)
                {
                    used.Add(name);
                    CheckUse(role, name, criterion.At, parameters, problems);
                }
            }
        }

        foreach (var unused in parameters.Values.OfType<PolicyParameter>().Where(parameter => !used.Contains(parameter.Name)))
        {
            problems.Add(new(unused.At.File, unused.At.Line, "unusedParameter", $"Nothing uses the parameter '{unused.Name}'. Name it in a route, or remove the file."));
        }
    }

    /// <summary>A criterion and those it is a choice of.</summary>
    public static IEnumerable<RouteCriterion> Flatten(RouteCriterion criterion) => criterion.Any.SelectMany(Flatten).Prepend(criterion);

    private static void CheckUse(
        CriterionRole role, string name, SourceLine at, IReadOnlyDictionary<string, PolicyParameter?> parameters, ICollection<PackProblem> problems)
    {
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
