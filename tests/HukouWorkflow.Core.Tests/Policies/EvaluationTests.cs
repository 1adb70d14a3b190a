using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class EvaluationTests
{
    private static readonly LocalDate Start = new(2016, 3, 1);

    [Fact]
    public void Given_a_version_not_yet_in_force_When_evaluated_Then_it_is_not_weighed()
    {
        var pack = ShippedPacks.Chongqing;
        var before = pack.Evaluate(Resident(Start), new(2021, 1, 1), new(2022, 4, 30), []);
        var after = pack.Evaluate(Resident(Start), new(2021, 1, 1), new(2022, 5, 1), []);

        Assert.Equal([new LocalDate(2016, 7, 1)], before.Results.Select(result => result.Version));
        Assert.Equal([new LocalDate(2016, 7, 1), new LocalDate(2022, 5, 1)], after.Results.Select(result => result.Version));
    }

    [Fact]
    public void Given_two_versions_met_on_one_day_When_evaluated_Then_the_earlier_is_the_best()
    {
        var evaluation = ShippedPacks.Chongqing.Evaluate(Resident(new(2018, 1, 1)), new(2019, 1, 1), new(2023, 1, 1), []);

        Assert.Equal([new LocalDate(2023, 1, 1), new LocalDate(2023, 1, 1)], evaluation.Results.Select(result => result.MetOn!.Value));
        Assert.Equal(new LocalDate(2016, 7, 1), evaluation.Best.Version);
    }

    [Fact]
    public void Given_a_register_answered_When_evaluated_Then_its_answer_is_shown_and_changes_no_verdict()
    {
        var facts = Resident(Start);
        var at = Instant.FromUtc(2026, 1, 1, 0, 0);
        RegisterCheck[] checks = [new(1, Register.ResidencePermit, 0, at, CheckOutcome.Contradicted, "no-record", at)];
        var asked = ShippedPacks.Chongqing.Evaluate(facts, new(2023, 1, 1), new(2023, 1, 1), checks).Best;
        var unasked = ShippedPacks.Chongqing.Evaluate(facts, new(2023, 1, 1), new(2023, 1, 1), []).Best;

        Assert.Equal([new Evidence("residence", EvidenceSource.Contradicted, Register.ResidencePermit)], asked.Tree.Children[0].Children[0].Evidence);
        Assert.Equal([new Evidence("residence", EvidenceSource.Claimed, Register.ResidencePermit)], unasked.Tree.Children[0].Children[0].Evidence);
        Assert.Equal(unasked.Tree.Verdict, asked.Tree.Verdict);
    }

    [Fact]
    public void Given_residence_When_evaluated_Then_the_figures_and_the_article_are_shown()
    {
        var residence = ShippedPacks.Chongqing.Evaluate(Resident(new(2018, 1, 1)), new(2023, 1, 1), new(2023, 1, 1), []).Best.Tree.Children[0].Children[0];

        Assert.Equal(
            [new Figure("required", "P5Y", "period"), new Figure("creditedDays", "1826", "days"), new Figure("countsFrom", "2018-01-01", "date")],
            residence.Figures);
        Assert.Equal(ValueStatus.Unverified, residence.Citation!.Status);
    }

    [Fact]
    public void Given_nothing_stated_of_work_dwelling_or_tax_When_evaluated_Then_work_is_not_met_and_the_others_are_unknown()
    {
        var tree = ShippedPacks.Chongqing.Evaluate(Resident(Start), new(2019, 1, 1), new(2019, 1, 1), []).Best.Tree;

        Assert.Equal(
            [("route:residence", Verdict.NotMet), ("route:work", Verdict.NotMet), ("route:investment", Verdict.Unknown), ("route:housing", Verdict.Unknown)],
            Verdicts(tree, "residence", "work", "investment", "housing"));
        Assert.Equal("0", tree.Children[1].Children[0].Figures[1].Value);
        Assert.Empty(tree.Children[1].Children[0].Evidence);
    }

    [Fact]
    public void Given_a_district_the_pack_does_not_know_When_evaluated_Then_what_differs_by_district_is_unknown()
    {
        var facts = Resident(Start) with { Abodes = [new(Start, new DivisionCode(500199))], Taxes = [new(2016, new Yuan(1_000_000))] };
        var tree = ShippedPacks.Chongqing.Evaluate(facts, new(2019, 1, 1), new(2019, 1, 1), []).Best.Tree;

        Assert.Equal(
            [("route:residence", Verdict.NotMet), ("route:work", Verdict.Unknown), ("route:investment", Verdict.Unknown), ("route:housing", Verdict.Unknown)],
            Verdicts(tree, "residence", "work", "investment", "housing"));
    }

    [Fact]
    public void Given_no_version_was_ever_in_force_When_evaluated_Then_it_is_refused_with_the_remedy()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => ShippedPacks.Chongqing.Evaluate(Resident(Start), new(2009, 1, 1), new(2010, 7, 31), []));

        Assert.Contains("Ask VersionOn", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_two_versions_that_ask_the_same_When_evaluated_Then_it_is_judged_once_and_each_version_is_named()
    {
        var results = ShippedPacks.Chongqing.Evaluate(Resident(Start), new(2021, 1, 1), new(2022, 5, 1), []).Results;

        Assert.Equal("version:2016-07-01", results[0].Tree.Rule);
        Assert.Equal("version:2022-05-01", results[1].Tree.Rule);
        Assert.Same(results[0].Tree.Children[0].Children[0], results[1].Tree.Children[0].Children[0]);
    }

    private static IEnumerable<(string Rule, Verdict Verdict)> Verdicts(Finding tree, params string[] routes) =>
        tree.Children.Where(route => routes.Contains(route.Rule["route:".Length..], StringComparer.Ordinal)).Select(route => (route.Rule, route.Verdict));

    private static SettlementFacts Resident(LocalDate from) => Residents.Since(from);
}
