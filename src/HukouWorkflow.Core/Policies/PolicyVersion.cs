using System.Collections.Frozen;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies;

/// <summary>The rules of a pack between two dates on which anything in it changes.</summary>
public sealed class PolicyVersion
{
    private readonly string _rule;
    private readonly FrozenDictionary<DivisionCode, DistrictRules> _byDivision;
    private readonly DistrictRules _elsewhere;

    internal PolicyVersion(
        LocalDate from,
        LocalDate? until,
        IReadOnlyList<PolicyRoute> routes,
        ResidenceTerms residence,
        FrozenDictionary<DivisionCode, DistrictRules> byDivision,
        DistrictRules elsewhere)
    {
        From = from;
        Until = until;
        Routes = routes;
        _rule = "version:" + LocalDatePattern.Iso.Format(from);
        Residence = residence;
        _byDivision = byDivision;
        _elsewhere = elsewhere;
    }

    /// <summary>The first day it is in force, which is also its name.</summary>
    public LocalDate From { get; }

    /// <summary>The first day it no longer is, or null where no later version is known.</summary>
    public LocalDate? Until { get; }

    /// <summary>The routes open under it, in the pack's order.</summary>
    public IReadOnlyList<PolicyRoute> Routes { get; }

    internal ResidenceTerms Residence { get; }

    /// <summary>The same rules, in force from the beginning of time without end.</summary>
    internal PolicyVersion ForAllTime() => new(LocalDate.MinIsoValue, until: null, Routes, Residence, _byDivision, _elsewhere);

    internal VersionEvaluation Evaluate(StatedCase stated, LocalDate? notBefore)
    {
        var rules = RulesFor(stated).Routes;
        string? route = null;
        LocalDate? metOn = null;
        for (var i = 0; i < rules.Count; i++)
        {
            if (stated.MetOn(rules[i]) is { } day && (metOn is null || day < metOn))
            {
                (route, metOn) = (rules[i].Id, day);
            }
        }

        return new VersionEvaluation(this, stated, route, metOn < notBefore ? notBefore : metOn);
    }

    internal Finding Explain(StatedCase stated, LocalDate? metOn)
    {
        var rules = RulesFor(stated).Routes;
        var routes = new Finding[rules.Count];
        var parts = new Weighing[rules.Count];
        for (var i = 0; i < routes.Length; i++)
        {
            routes[i] = stated.Judge(rules[i]);
            parts[i] = routes[i].Weighing;
        }

        return new Finding(_rule, Weighing.AtLeast(1, parts).Verdict, metOn, [], [], null, [], routes);
    }

    /// <summary>The points a case would be ranked by on a day, or null where it does not meet the conditions of the ranked route.</summary>
    internal decimal? PointsInRanking(SettlementFacts facts, LocalDate today)
    {
        var stated = new StatedCase(facts, today, []);
        var rules = RulesFor(stated);
        return rules.Points is { } table && rules.Routes.FirstOrDefault(route => route.IsRanked)?.WeighConditions(stated).Verdict == Verdict.Met
            ? table.Total(stated)
            : null;
    }

    // A pack that serves whole cities names them instead of their districts.
    private DistrictRules RulesFor(StatedCase stated) =>
        _byDivision.TryGetValue(stated.District, out var rules) || _byDivision.TryGetValue(stated.Facts.City, out rules) ? rules : _elsewhere;
}
