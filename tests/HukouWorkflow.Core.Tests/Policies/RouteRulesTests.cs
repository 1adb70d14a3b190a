using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class RouteRulesTests
{
    private static readonly PolicyRoute Work = ShippedPacks.Chongqing.Routes.First(route => string.Equals(route.Id, "work", StringComparison.Ordinal));

    private static readonly SettlementFacts Facts = Since(Day(2021, 1, 1)) with { NoRecord = true, BornIn = 1990 };

    private static readonly Criterion[] Asked = [new NoRecordCriterion(Judged.Cited), new AgeCriterion(Judged.Cited, null, AtMost: 45, null)];

    private const string Parts =
        "noRecord Met 2021-01-01; Claimed noRecord PublicSecurity | age Met 1990-01-01..2037-01-01; atMost 45 years; bornIn 1990 year; Claimed age Population";

    [Fact]
    public void Given_a_route_When_every_criterion_is_met_Then_it_is_met_from_the_last_until_the_first_ends() =>
        Assert.Equal($"route:work Met 2021-01-01..2037-01-01 [{Parts}]", Judge(new(Work, Asked, quota: null), Facts));

    [Fact]
    public void Given_a_ranked_route_When_no_place_was_given_Then_the_conditions_hold_and_the_route_does_not()
    {
        var ranked = new RouteRules(Work, Asked, new QuotaCriterion(Judged.Cited, 6000));

        Assert.Equal($"route:work NotMet -..2037-01-01 [{Parts} | annualQuota NotMet; places 6000 count]", Judge(ranked, Facts));
        Assert.Equal(Verdict.Met, ranked.WeighConditions(new(Facts, Day(2026, 1, 1), [])).Verdict);
    }

    [Fact]
    public void Given_a_ranked_route_When_a_place_was_given_Then_it_is_met_on_that_day() =>
        Assert.StartsWith(
            "route:work Met 2025-07-15..2037-01-01 [",
            Judge(new(Work, Asked, new QuotaCriterion(Judged.Cited, 6000)), Facts with { Place = new AllottedPlace(2025, Day(2025, 7, 15), 3, 90) }),
            StringComparison.Ordinal);

    [Fact]
    public void Given_a_route_When_an_age_limit_ends_before_the_years_are_complete_Then_it_is_never_met()
    {
        var tenYears = new ResidenceCriterion(Judged.Cited, new ResidenceTerms(Period.FromYears(10), null, null));
        var below39 = new AgeCriterion(Judged.Cited, null, AtMost: 38, null);

        Assert.StartsWith("route:work NotMet -..2030-01-01 [", Judge(new(Work, [tenYears, below39], quota: null), Facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_two_versions_that_ask_a_route_alike_When_a_life_is_judged_Then_the_route_is_told_once_for_both()
    {
        var trees = ShippedPacks.Chongqing.Evaluate(Facts, Day(2021, 6, 1), Day(2026, 1, 1), []).Results.Select(result => result.Tree).ToList();

        Assert.NotEmpty(trees[^2].Children.Intersect(trees[^1].Children, ReferenceEqualityComparer.Instance));
        Assert.NotEmpty(trees[^1].Children.Except(trees[^2].Children, ReferenceEqualityComparer.Instance));
    }

    private static string Judge(RouteRules route, SettlementFacts facts)
    {
        var stated = new StatedCase(facts, Day(2026, 1, 1), []);
        var finding = route.Judge(stated);
        Assert.Equal(finding.MetOn, route.MetOn(stated));
        Assert.Same(Work.Citation, finding.Citation);
        return Judged.Text(finding);
    }
}
