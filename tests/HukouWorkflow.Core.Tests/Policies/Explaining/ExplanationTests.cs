using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Policies.Explaining.Found;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

/// <summary>The whole, its versions and its routes; evidence, sources and remedies.</summary>
public sealed class ExplanationTests
{
    private static readonly LocalDate Old = new(2010, 8, 1);
    private static readonly LocalDate New = new(2016, 1, 1);
    private static readonly LocalDate Early = new(2024, 3, 1);
    private static readonly LocalDate Late = new(2024, 10, 1);
    private static readonly LocalDate Ahead = new(2027, 3, 1);

    [Fact]
    public void Given_a_later_version_that_is_better_When_told_Then_it_says_by_how_many_days_and_which_was_in_force_before()
    {
        var applied = Version(Old, "work", Late, [Rule("route:work", Verdict.Met, Late)]);
        var later = Version(New, "work", Early, [Rule("route:work", Verdict.Met, Early)]);
        var both = new Evaluation(later, [applied, later]);

        Assert.Equal(
            "Town: the conditions are met since 1 March 2024, by the route “Work”. Under the rules of 1 January 2016 it is met on 1 March 2024, 214 days earlier than under the rules in force when you applied, those of 1 August 2010; so the later ones are taken.",
            Whole(both, Language.English).Text);
        Assert.Equal(
            "城：条件已于2024年3月1日满足，途径为“就业”。按2016年1月1日起施行的规定于2024年3月1日满足，比按您申请时施行的规定（自2010年8月1日起）早214天，因此适用较新的规定。",
            Whole(both, Language.Chinese).Text);
        Assert.Equal(
            ["Under the rules of 1 August 2010: met on 1 October 2024, by the route “Work”.", "Under the rules of 1 January 2016: met on 1 March 2024, by the route “Work”."],
            Whole(both, Language.English).Children.Select(version => version.Text),
            StringComparer.Ordinal);
        Assert.Null(Whole(both, Language.English).Remedy);
    }

    [Fact]
    public void Given_a_later_version_alone_that_is_met_When_told_Then_it_says_so()
    {
        var applied = Version(Old, null, null, [Rule("route:work", Verdict.NotMet, null)]);
        var later = Version(New, "work", Early, [Rule("route:work", Verdict.Met, Early)]);

        Assert.EndsWith(
            "It is met under the rules of 1 January 2016 only, and not under those in force when you applied, of 1 August 2010; so the later ones are taken.",
            Whole(new Evaluation(later, [applied, later]), Language.English).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_version_applied_under_as_the_best_When_told_Then_no_later_one_is_more_favourable()
    {
        var applied = Version(Old, "work", Early, [Rule("route:work", Verdict.Met, Early)]);
        var later = Version(New, "work", Late, [Rule("route:work", Verdict.Met, Late)]);

        Assert.EndsWith(
            "按您申请时施行的规定（自2010年8月1日起）计算：此后的规定并不更为有利。",
            Whole(new Evaluation(applied, [applied, later]), Language.Chinese).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Given_two_routes_to_come_When_told_Then_the_second_is_named_and_each_says_what_comes_last()
    {
        var first = Rule("route:everything", Verdict.NotMet, Ahead) with
        {
            Children = [Clock("residence", Verdict.NotMet, Ahead, "P5Y", 1700), Rule("noRecord", Verdict.Met, Early)],
        };
        var second = Rule("route:work", Verdict.NotMet, Ahead.PlusYears(1)) with { Children = [Clock("work", Verdict.NotMet, Ahead.PlusYears(1), "P5Y", 1335)] };
        var whole = Whole(Only(Version(New, "everything", Ahead, [first, second])), Language.English);

        Assert.Equal(
            "Town: as things stand the conditions will be met on 1 March 2027, by the route “Everything”. Reckoned by the rules of 1 January 2016. Otherwise the soonest would be 1 March 2028, by the route “Work”.",
            whole.Text);
        Assert.Equal("As things stand it is met on 1 March 2027.", whole.Remedy);
        Assert.Equal(
            [
                "Route “Everything”: will be met on 1 March 2027, as things stand; the last condition to be met is residence.",
                "Route “Work”: will be met on 1 March 2028, as things stand.",
            ],
            whole.Children[0].Children.Select(route => route.Text),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Given_no_route_that_will_be_met_When_told_Then_the_nearest_is_the_one_with_the_fewest_things_open()
    {
        var far = Rule("route:everything", Verdict.NotMet, null) with
        {
            Children = [Rule("dwelling", Verdict.NotMet, null), Rule("family", Verdict.Unknown, null)],
        };
        var near = Rule("route:work", Verdict.NotMet, null) with { Children = [Rule("points", Verdict.NotMet, null, new("required", "100", "points"), new("total", "80", "points"))] };
        var version = Only(Version(New, null, null, [far, near]));

        Assert.Equal("The nearest is the route “Work”. Still needed: 20 more points.", Whole(version, Language.English).Remedy);
        Assert.Equal("最接近的是“就业”途径。尚需：20分。", Whole(version, Language.Chinese).Remedy);
        Assert.Equal("Route “Everything”: not met; what is missing is the dwelling and family in the city.", Whole(version, Language.English).Children[0].Children[0].Text);
        Assert.StartsWith("Town: as things stand no route will be met. Nothing is refused by that", Whole(version, Language.English).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_too_little_stated_When_told_Then_nobody_says_that_it_is_not_met()
    {
        var version = Only(Version(New, null, null, [Rule("route:work", Verdict.Unknown, null) with { Children = [Rule("dwelling", Verdict.Unknown, null)] }]));

        Assert.StartsWith("城：申报不足，无法判断何时满足条件。", Whole(version, Language.Chinese).Text, StringComparison.Ordinal);
        Assert.Equal("按2016年1月1日起施行的规定：申报不足，无法判断。", Whole(version, Language.Chinese).Children[0].Text);
        Assert.Equal("“就业”途径：申报不足，无法判断，待定的是：住所。", Whole(version, Language.Chinese).Children[0].Children[0].Text);
    }

    [Theory]
    [InlineData(EvidenceSource.Claimed, "This is what you stated; the housing register has not confirmed it yet.", "此为您的申报，住房登记部门尚未核实。")]
    [InlineData(EvidenceSource.Confirmed, "Confirmed by the housing register.", "已由住房登记部门核实。")]
    [InlineData(EvidenceSource.Contradicted, "The housing register says otherwise. That alone refuses nothing: you may add evidence, and a person will look at it.", "住房登记部门的记录与此不符。仅凭此不会拒绝：您可以补充证据，并由工作人员审看。")]
    [InlineData(EvidenceSource.Unknown, "The housing register has no record of it, or gave no answer. You may add evidence, and a person will look at it.", "住房登记部门没有相应记录，或未答复。您可以补充证据，并由工作人员审看。")]
    public void Given_evidence_When_told_Then_it_says_who_confirmed_it(EvidenceSource source, string english, string chinese)
    {
        var finding = Rule("noRecord", Verdict.Met, Early) with { Evidence = [new Evidence("noRecord", source, Register.Housing)] };

        Assert.EndsWith(english, Explain(finding, Language.English).Text, StringComparison.Ordinal);
        Assert.EndsWith(chinese, Explain(finding, Language.Chinese).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ValueStatus.Verified, "art. 10", "Source: Decree 663, art. 10.", "依据：Decree 663，art. 10。")]
    [InlineData(ValueStatus.Unverified, null, "Source (unverified: not read in the text itself, and not to be taken for law): Decree 663.", "依据（未经核实：未查到原文，不得视为法律规定）：Decree 663。")]
    public void Given_a_source_When_told_Then_what_is_unverified_is_said_plainly(ValueStatus status, string? article, string english, string chinese)
    {
        var finding = Rule("noRecord", Verdict.Met, Early) with { Citation = new Citation("Decree 663", article, null, status) };

        Assert.Equal((english, status), (Explain(finding, Language.English).Source, Explain(finding, Language.English).Status));
        Assert.Equal((chinese, status), (Explain(finding, Language.Chinese).Source, Explain(finding, Language.Chinese).Status));
        Assert.Equal(status == ValueStatus.Unverified, Whole(Evaluation(Rule("route:work", Verdict.Met, Early) with { Children = [finding] }), Language.English).IsUnverified);
    }

    [Fact]
    public void Given_an_endorsement_that_is_next_When_told_Then_it_says_by_when()
    {
        var finding = Clock("residence", Verdict.NotMet, new LocalDate(2028, 11, 3), "P5Y", 1000);
        var next = new Due(DueKind.Endorsement, new LocalDate(2027, 9, 1), new LocalDate(2027, 10, 1));

        Assert.Equal("It is met on 3 November 2028, if you have your permit endorsed by 1 October 2027 and every year after.", Explain(finding, Language.English, next).Remedy);
        Assert.Equal("如不迟于2027年10月1日办理签注，并在此后逐年签注，将于2028年11月3日满足。", Explain(finding, Language.Chinese, next).Remedy);
    }
}
