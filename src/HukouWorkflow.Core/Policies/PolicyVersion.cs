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
    private readonly ResidenceTerms _residence;
    private readonly FrozenDictionary<DivisionCode, RouteRules[]> _byDistrict;
    private readonly RouteRules[] _outsideDistricts;

    internal PolicyVersion(
        LocalDate from,
        LocalDate? until,
        IReadOnlyList<PolicyRoute> routes,
        ResidenceTerms residence,
        FrozenDictionary<DivisionCode, RouteRules[]> byDistrict,
        RouteRules[] outsideDistricts)
    {
        From = from;
        Until = until;
        Routes = routes;
        _rule = "version:" + LocalDatePattern.Iso.Format(from);
        _residence = residence;
        _byDistrict = byDistrict;
        _outsideDistricts = outsideDistricts;
    }

    /// <summary>The first day it is in force, which is also its name.</summary>
    public LocalDate From { get; }

    /// <summary>The first day it no longer is, or null where no later version is known.</summary>
    public LocalDate? Until { get; }

    /// <summary>The routes open under it, in the pack's order.</summary>
    public IReadOnlyList<PolicyRoute> Routes { get; }

    internal PolicyVersion ForAllTime() => new(LocalDate.MinIsoValue, until: null, Routes, _residence, _byDistrict, _outsideDistricts);

    internal VersionEvaluation Evaluate(SettlementFacts facts, LocalDate today, IReadOnlyList<RegisterCheck> checks, LocalDate? notBefore)
    {
        var stated = new StatedCase(facts, today, checks, ResidenceClock.Read(facts, _residence, today));
        var rules = _byDistrict.GetValueOrDefault(facts.DistrictOn(today), _outsideDistricts);
        var findings = new Finding[rules.Length];
        string? route = null;
        LocalDate? metOn = null;
        for (var i = 0; i < rules.Length; i++)
        {
            findings[i] = rules[i].Judge(stated);
            if (findings[i].MetOn is { } day && (metOn is null || day < metOn))
            {
                (route, metOn) = (rules[i].Id, day);
            }
        }

        var tree = Finding.Any(_rule, null, findings);
        if (metOn < notBefore)
        {
            metOn = notBefore;
            tree = tree with { MetOn = notBefore };
        }

        return new VersionEvaluation(From, route, metOn, tree, stated.Residence);
    }
}
