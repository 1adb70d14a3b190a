using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Texts;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HukouWorkflow.Http.Handlers;

/// <summary>Judges partial facts as if they were applied with today, and tells what comes of them.</summary>
internal static class Estimates
{
    /// <summary>One estimate, or several side by side.</summary>
    public static IResult Answer(EstimateRead read, LocalDate today, CultureInfo culture)
    {
        var estimates = read.Cities
            .Select(city => Of(city.Pack, city.District, city.Facts, read.IsStartAssumed, today, culture))
            .OrderBy(estimate => estimate.MetOn ?? LocalDate.MaxIsoValue)
            .ToList();
        return read.IsComparison
            ? TypedResults.Json(new ComparisonView(today, estimates[0].MetOn is null ? null : estimates[0].City, estimates), HukouJson.Output)
            : TypedResults.Json(estimates[0], HukouJson.Output);
    }

    private static EstimateView Of(PolicyPack pack, DivisionCode? district, SettlementFacts facts, bool isStartAssumed, LocalDate today, CultureInfo culture)
    {
        var evaluation = pack.Evaluate(facts, today, today, []);
        var best = evaluation.Best;
        var told = pack.Explain(evaluation, HumanText.LanguageOf(culture));
        var missing = best.Tree.Children
            .Where(route => route.Verdict != Verdict.Met)
            .SelectMany(route => route.Children.Where(criterion => criterion.Verdict != Verdict.Met).Select(criterion => $"{route.Rule}/{criterion.Rule}"));
        var routes = best.Tree.Children
            .Zip(told.Children[evaluation.Results.ToList().IndexOf(best)].Children, (found, text) => Route(pack, best.Version, found, text, culture))
            .OrderBy(route => route.MetOn ?? LocalDate.MaxIsoValue);
        return new EstimateView(
            pack.Id,
            today,
            best.Route,
            best.MetOn,
            best.Tree.Verdict == Verdict.Met ? [] : [.. missing],
            best,
            evaluation.Results,
            facts.City,
            district,
            told.Text,
            told.Remedy,
            [.. routes],
            best.Tree.IsUnverified,
            [.. Assumptions(district is null, isStartAssumed, today, culture)],
            [.. pack.Unknowns.Select(unknown => HumanText.Of(culture, unknown))]);
    }

    private static RouteEstimateView Route(PolicyPack pack, LocalDate version, Finding found, Explanation told, CultureInfo culture)
    {
        var id = found.Rule["route:".Length..];
        var missing = found.Children.Zip(told.Children)
            .Where(criterion => criterion.First.Verdict != Verdict.Met)
            .Select(criterion => new MissingView(criterion.First.Rule, criterion.First.Verdict, criterion.First.MetOn, criterion.Second.Text, criterion.Second.Remedy));
        return new RouteEstimateView(
            id,
            HumanText.Of(culture, pack.Routes.First(route => string.Equals(route.Id, id, StringComparison.Ordinal)).Title),
            version,
            found.Verdict,
            found.MetOn,
            told.Text,
            [.. missing],
            found.IsUnverified);
    }

    private static IEnumerable<string> Assumptions(bool isDistrictUnknown, bool isStartAssumed, LocalDate today, CultureInfo culture)
    {
        if (isStartAssumed)
        {
            yield return HumanText.Get(culture, "estimate.startsToday", today);
        }

        if (isDistrictUnknown)
        {
            yield return HumanText.Get(culture, "estimate.noDistrict");
        }
    }
}
