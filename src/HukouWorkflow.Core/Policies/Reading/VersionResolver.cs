using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Makes the versions of a pack: between two dates on which anything changes, every value is fixed.</summary>
internal sealed class VersionResolver(
    PackHeader header,
    IReadOnlyList<PolicyRoute> routes,
    IReadOnlyList<PointsEntry> points,
    IReadOnlyDictionary<string, PolicyParameter> parameters,
    Ceilings ceilings,
    ICollection<PackProblem> problems)
{
    private readonly HashSet<Criterion> _shared = [];
    private readonly List<RouteRules> _sharedRoutes = [];
    private readonly ResidenceTermsReader _terms = new(header, parameters, problems);

    public IReadOnlyList<PolicyVersion> Resolve()
    {
        var dates = Dates();
        if (dates.Count == 0)
        {
            header.Fields.Report(header.Fields.At, "noCriteria", "There is no route, so nobody can be settled. Add one to routes.yaml.");
        }

        if (header.AnnualQuota is { } quota && !routes.Any(route => string.Equals(route.Id, quota.Route, StringComparison.Ordinal)))
        {
            problems.Add(new(quota.At.File, quota.At.Line, "unknownRoute", $"'{quota.Route}' is no route. {Spelling.Suggest(quota.Route, routes.Select(route => route.Id))}"));
        }

        return [.. dates.Select((from, index) => Resolve(from, index + 1 < dates.Count ? dates[index + 1] : null)).OfType<PolicyVersion>()];
    }

    private List<LocalDate> Dates()
    {
        var spans = routes.Select(route => (Since: (LocalDate?)route.Since, route.Until))
            .Concat(routes.SelectMany(route => route.All).SelectMany(ParameterNames.Flatten).Select(criterion => (criterion.Since, criterion.Until)))
            .Concat(points.Select(entry => (entry.Since, entry.Until)))
            .Concat(header.Recognition.Select(item => (Since: (LocalDate?)item.Since, item.Until)));
        if (header.AnnualQuota is { } quota)
        {
            spans = spans.Append((quota.Since, quota.Until));
        }

        // Who may come along changes no verdict about the applicant, so its ages and dates begin no version.
        var ofFamily = header.Parameters.Where(named => named.Role == HeaderRole.Under || named.Role == HeaderRole.Men || named.Role == HeaderRole.Women || named.Role == HeaderRole.MinimumAge)
            .Select(named => named.Name)
            .ToHashSet(StringComparer.Ordinal);
        var ofValues = parameters.Values.Where(parameter => !ofFamily.Contains(parameter.Name)).SelectMany(parameter => parameter.Values).Select(value => value.From);
        var first = routes.Select(route => route.Since).DefaultIfEmpty(LocalDate.MaxIsoValue).Min();
        return [.. spans.SelectMany(span => new[] { span.Since, span.Until }).OfType<LocalDate>().Concat(ofValues).Where(date => date >= first).Distinct().Order()];
    }

    private PolicyVersion? Resolve(LocalDate from, LocalDate? until)
    {
        var open = routes.Where(route => route.IsOpenOn(from)).ToList();
        if (open.Count == 0)
        {
            header.Fields.Report(header.Fields.At, "noCriteria", $"From {from:uuuu'-'MM'-'dd} no route is open, so nobody can be settled. Keep one open.");
            return null;
        }

        var terms = _terms.Read(open, from);
        var values = new ValueFinder(parameters, problems, from);
        var table = new PointsResolver(points, values, from, terms);
        var criteria = new CriterionResolver(values, problems, from, terms, _shared);
        var ceiling = new CeilingCheck(header.CityClass, ceilings, parameters, from, until);
        var byClass = header.DistrictClasses.Values.Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => RulesOf(OpenIn(open, name, from), criteria, table.Resolve(name), name, from), StringComparer.Ordinal);
        foreach (var excess in byClass.Keys.SelectMany(name => ceiling.Excesses(OpenIn(open, name, from), name)))
        {
            problems.Add(excess);
        }

        return new PolicyVersion(
            from,
            until,
            open,
            terms,
            header.DistrictClasses.ToFrozenDictionary(district => district.Key, district => byClass[district.Value]),
            RulesOf(open, criteria, table.Resolve(null), districtClass: null, from));
    }

    // A route that asks something, but only in other district classes, is closed in this one.
    private List<PolicyRoute> OpenIn(List<PolicyRoute> open, string districtClass, LocalDate from)
    {
        var here = open.Where(route => AskedOn(route, from) is var asked && (asked.Count == 0 || asked.Exists(criterion => criterion.IsAskedIn(districtClass)))).ToList();
        if (here.Count == 0)
        {
            header.Fields.Report("districtClasses", "noCriteria", $"From {from:uuuu'-'MM'-'dd} no route is open in the district class '{districtClass}', so nobody can be settled there. Keep one open.");
        }

        return here;
    }

    private static List<RouteCriterion> AskedOn(PolicyRoute route, LocalDate from) =>
        [.. route.All.SelectMany(ParameterNames.Flatten).Where(criterion => criterion.Of.Count == 0 && criterion.IsAskedOn(from))];

    private DistrictRules RulesOf(List<PolicyRoute> open, CriterionResolver criteria, PointsTable? table, string? districtClass, LocalDate from)
    {
        var rules = new List<RouteRules>();
        foreach (var route in open)
        {
            var all = criteria.ResolveAll(route.All, route, table, districtClass);
            if (all.Count > 0)
            {
                rules.Add(Share(new RouteRules(route, all, QuotaOf(route, from))));
            }
            else
            {
                // A route that asks nothing would be met by everybody.
                problems.Add(new(route.At.File, route.At.Line, "noCriteria", $"From {from:uuuu'-'MM'-'dd} the route '{route.Id}' asks nothing in the district class '{districtClass}'. Give it a criterion for then and there."));
            }
        }

        return new DistrictRules(rules, table);
    }

    // What versions and district classes ask alike is one, so that a case is weighed by it once.
    private RouteRules Share(RouteRules rules)
    {
        if (_sharedRoutes.Find(rules.AsksTheSame) is { } same)
        {
            return same;
        }

        _sharedRoutes.Add(rules);
        return rules;
    }

    private QuotaCriterion? QuotaOf(PolicyRoute route, LocalDate from)
    {
        if (header.AnnualQuota is not { } quota || !quota.Ranks(route, from))
        {
            return null;
        }

        var places = quota.Places is { } name ? parameters[name].On(from)?.Value : null;
        if (quota.Places is { } missing && places is null)
        {
            problems.Add(new(quota.At.File, quota.At.Line, "notInForce", $"The quota needs '{missing}' from {from:uuuu'-'MM'-'dd}, when it has no value yet. Give it one, or let the quota begin later."));
        }

        return new QuotaCriterion(quota.Citation, places is null ? null : int.Parse(places, CultureInfo.InvariantCulture));
    }
}
