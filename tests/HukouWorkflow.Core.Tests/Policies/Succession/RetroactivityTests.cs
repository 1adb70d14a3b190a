using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Succession;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies.Succession;

/// <summary>What is released stays, and what is new has a new date.</summary>
public sealed class RetroactivityTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Given_the_same_packs_When_compared_Then_nothing_is_stricter() =>
        Assert.Empty(Retroactivity.Check(ShippedPacks.Book, ShippedPacks.Book, Today));

    [Theory]
    [InlineData(PackText.Residence, "P5Y", "P6Y", 4)]
    [InlineData(PackText.Residence, "P5Y", "P61M", 4)]
    [InlineData(PackText.Work, "core: P4Y", "core: P5Y", 4)]
    [InlineData(PackText.Routes, "kinds: [contract]", "kinds: [business]", 15)]
    [InlineData(PackText.Routes, "- work: {", "- insurance: {period: residencePeriod}\n      - work: {", 15)]
    [InlineData(PackText.Routes, "- work: {", "- any:\n          - dwelling: {kinds: [owned]}\n      - work: {", 15)]
    public void Given_a_rule_in_force_When_rewritten_to_ask_more_Then_file_line_and_remedy_are_named(string file, string old, string stricter, int line)
    {
        var problem = Assert.Single(Check(new PackText().Replace(file, old, stricter)));

        Assert.Equal((file, line, "stricterThanReleased"), (problem.File, problem.Line, problem.Rule));
        Assert.Contains("2026-11-23 or later", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PackText.Residence, "P5Y", "P4Y")]
    [InlineData(PackText.Residence, "P5Y", "P60M")]
    [InlineData(PackText.Work, "core: P4Y", "core: P2Y")]
    [InlineData(PackText.Routes, "kinds: [contract]", "kinds: [contract, business]")]
    [InlineData(PackText.Routes, "- work: {period: workPeriod, kinds: [contract]}", "- any:\n          - dwelling: {kinds: [owned]}\n          - work: {period: workPeriod, kinds: [contract]}")]
    public void Given_a_rule_in_force_When_rewritten_to_ask_less_Then_it_may_be(string file, string old, string milder) =>
        Assert.Empty(Check(new PackText().Replace(file, old, milder)));

    [Fact]
    public void Given_a_stricter_value_of_today_When_added_beside_the_old_Then_it_may_be() =>
        Assert.Empty(Check(WithResidence("2026-11-23", "P6Y")));

    [Fact]
    public void Given_a_stricter_value_of_yesterday_When_added_Then_its_line_is_named()
    {
        var problem = Assert.Single(Check(WithResidence("2026-11-22", "P6Y")));

        Assert.Equal((PackText.Residence, 8), (problem.File, problem.Line));
    }

    [Fact]
    public void Given_a_value_yet_to_come_When_made_stricter_or_taken_back_Then_it_may_be()
    {
        var before = Read(WithResidence("2027-01-01", "P3Y"));

        Assert.Empty(Retroactivity.Check(before, Read(WithResidence("2027-01-01", "P6Y")), Today));
        Assert.Empty(Retroactivity.Check(before, Read(new PackText()), Today));
    }

    [Fact]
    public void Given_a_version_in_force_When_its_date_vanishes_Then_it_is_named()
    {
        var problems = Retroactivity.Check(Read(WithResidence("2020-01-01", "P3Y")), Read(new PackText()), Today);

        Assert.Contains(problems, problem => problem.Rule is "versionVanished" && problem.Message.Contains("2020-01-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_a_route_in_force_When_closed_from_today_Then_it_may_be_but_not_from_before()
    {
        Assert.Empty(Check(WithRouteUntil("2026-11-23")));
        Assert.Equal("routeVanished", Assert.Single(Check(WithRouteUntil("2020-01-01"))).Rule);
    }

    [Fact]
    public void Given_a_pack_in_force_When_taken_away_Then_it_is_named()
    {
        var before = Read(new PackText().Copy("policies/village/", "village", "3202"));

        Assert.Equal(("policies/village/pack.yaml", "packVanished"), Told(Assert.Single(Retroactivity.Check(before, Read(new PackText()), Today))));
    }

    [Fact]
    public void Given_a_district_When_it_goes_to_a_stricter_class_Then_it_is_refused()
    {
        var problem = Assert.Single(Check(new PackText()
            .Replace(PackText.Pack, "\"320115\": outer", "\"320115\": core")
            .Replace(PackText.Pack, ", outer: {en: the outskirts, zh-CN: 外围区}", "")
            .Replace(PackText.Work, ", outer: P2Y", "")));

        Assert.Equal("stricterThanReleased", problem.Rule);
    }

    private static (string File, string Rule) Told(PackProblem problem) => (problem.File, problem.Rule);

    private static PackText WithResidence(string from, string period) => new PackText().Replace(
        PackText.Residence,
        "article: art. 1}",
        $$"""
        article: art. 1}
          - from: {{from}}
            value: {{period}}
            status: verified
            reference: {document: Notice, article: art. 9}
        """);

    private static PackText WithRouteUntil(string day) =>
        new PackText().Replace(PackText.Routes, "title: {en: Residence, zh-CN: 居住}\n", $"title: {{en: Residence, zh-CN: 居住}}\n    until: {day}\n");

    private static IReadOnlyList<PackProblem> Check(PackText after) => Retroactivity.Check(Read(new PackText()), Read(after), Today);

    private static PolicyBook Read(PackText text)
    {
        var reading = text.Read();
        Assert.Empty(reading.Problems);
        return reading.Book!;
    }
}
