using System.Collections.Frozen;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Makes the versions of a pack: between two dates on which anything changes, every value is fixed.</summary>
internal sealed class VersionResolver(
    PackHeader header,
    IReadOnlyList<PolicyRoute> routes,
    IReadOnlyDictionary<string, PolicyParameter> parameters,
    Ceilings ceilings,
    ICollection<PackProblem> problems)
{
    public IReadOnlyList<PolicyVersion> Resolve()
    {
        var dates = Dates();
        if (dates.Count == 0)
        {
            header.Fields.Report(header.Fields.At, "noCriteria", "There is no route, so nobody can be settled. Add one to routes.yaml.");
        }

        return [.. dates.Select((from, index) => Resolve(from, index + 1 < dates.Count ? dates[index + 1] : null)).OfType<PolicyVersion>()];
    }

    private List<LocalDate> Dates()
    {
        var ofRoutes = routes.SelectMany(route => new[] { route.Since, route.Until ?? route.Since });
        var ofCriteria = routes.SelectMany(route => route.All).SelectMany(ParameterNames.Flatten).Select(criterion => criterion.Since).OfType<LocalDate>();
        var ofValues = parameters.Values.SelectMany(parameter => parameter.Values).Select(value => value.From);
        var first = routes.Select(route => route.Since).DefaultIfEmpty(LocalDate.MaxIsoValue).Min();
        return [.. ofRoutes.Concat(ofCriteria).Concat(ofValues).Where(date => date >= first).Distinct().Order()];
    }

    private PolicyVersion? Resolve(LocalDate from, LocalDate? until)
    {
        var open = routes.Where(route => route.IsOpenOn(from)).ToList();
        var terms = new ResidenceTermsReader(parameters, problems).Read(open, from, header);
        if (terms is null)
        {
            return null;
        }

        var criteria = new CriterionResolver(header.CityClass, parameters, ceilings, problems, from, until);
        var byClass = header.DistrictClasses.Values.Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => RulesOf(open, criteria, name, from), StringComparer.Ordinal);
        return new PolicyVersion(
            from,
            until,
            open,
            terms,
            header.DistrictClasses.ToFrozenDictionary(district => district.Key, district => byClass[district.Value]),
            RulesOf(open, criteria, districtClass: null, from));
    }

    private RouteRules[] RulesOf(List<PolicyRoute> open, CriterionResolver criteria, string? districtClass, LocalDate from)
    {
        var rules = new List<RouteRules>();
        foreach (var route in open)
        {
            var all = criteria.ResolveAll(route.All, route, districtClass);
            if (all.Count > 0)
            {
                rules.Add(new RouteRules(route, all));
            }
            else
            {
                // A route that asks nothing would be met by everybody.
                problems.Add(new(route.At.File, route.At.Line, "noCriteria", $"From {from:uuuu'-'MM'-'dd} the route '{route.Id}' asks nothing in the district class '{districtClass}'. Give it a criterion for then and there."));
            }
        }

        return [.. rules];
    }
}
