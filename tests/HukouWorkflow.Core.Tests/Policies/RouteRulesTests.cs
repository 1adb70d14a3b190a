using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
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

    private static string Judge(RouteRules route, SettlementFacts facts)
    {
        var stated = new StatedCase(facts, Day(2026, 1, 1), []);
        var finding = route.Judge(stated);
        Assert.Equal(finding.MetOn, route.MetOn(stated));
        Assert.Same(Work.Citation, finding.Citation);
        return Judged.Text(finding);
    }
}
