using System.Globalization;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Local.Simulation;

namespace HukouWorkflow.Local.Tests.Simulation;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void Given_the_scenario_as_shipped_When_read_Then_every_part_says_what_it_rests_on()
    {
        var scenario = ScenarioReader.Read(Scenarios.Shipped, Scenarios.Pack);

        Assert.Equal(7_000_000, scenario.Arrivals.Sum(period => period.People));
        Assert.Equal((3, 22), (scenario.Sourced, scenario.Assumed));
    }

    [Fact]
    public void Given_other_arrivals_on_the_command_line_When_they_stand_in_Then_they_count_as_assumed_and_the_title_says_so()
    {
        var scenario = ScenarioReader.Read(Scenarios.Shipped, Scenarios.Pack).WithArrivals([], "700000");

        Assert.Equal((0, 23), (scenario.Sourced, scenario.Assumed));
        Assert.EndsWith("; arrivals as given: 700000 a year", scenario.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "title: Nothing happens", "titel: Nothing", "[unknownKey]")]
    [InlineData(2, "2011-01-01", "2009-01-01", "[start] No version of the pack 'chongqing'")]
    [InlineData(4, "people: 1000", "people: -3", "[number]")]
    [InlineData(4, "to: 2011-03-11", "to: 2011-03-10", "[date]")]
    [InlineData(4, "people: 1000, status: assumed", "people: 1000", "[source]")]
    [InlineData(4, "people: 1000, status: assumed", "people: 1000, status: assumed, source: a paper", "[source]")]
    [InlineData(4, "people: 1000, status: assumed", "people: 1000, status: guessed", "[word] 'guessed'")]
    [InlineData(5, "centralCore: 1,", "centralCore: 0.5,", "[sum] The shares add up to 0.5")]
    [InlineData(5, "centralCore: 1,", "centralCore: 1, moon: 0,", "[unknownKey] 'moon'")]
    [InlineData(6, "{share: 0,", "{share: 1.5,", "[share] '1.5'")]
    [InlineData(7, "applies: {after: {least: 0, most: 0}", "applies: {after: {least: 9, most: 3}", "[range]")]
    [InlineData(7, "applies: {after: {least: 0, most: 0}", "applies: {after: {least: 0, most: 1e3}", "[number]")]
    [InlineData(12, "spell: {least: 1,", "spell: {least: 0,", "[range]")]
    [InlineData(15, "children: [0, 1]", "children: [0.5, 0.4]", "[sum]")]
    [InlineData(15, "children: [0, 1]", "children: [two]", "[share] 'two'")]
    [InlineData(19, "  publicSecurity: {", "  police: {", "[missingKey] 'publicSecurity'")]
    public void Given_a_mistake_in_a_scenario_When_read_Then_file_line_and_rule_are_named(int line, string was, string becomes, string named)
    {
        var failure = Assert.Throws<InvalidDataException>(() => Scenarios.PlainBut(was, becomes));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"plain.yaml:{line}: {named}"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_several_mistakes_When_read_Then_all_are_named_at_once_in_order_of_line()
    {
        var text = Scenarios.Plain.Replace("share: 0", "share: none", StringComparison.Ordinal);

        var failure = Assert.Throws<InvalidDataException>(() => ScenarioReader.Read(new PackFile("plain.yaml", text), Scenarios.Pack));

        Assert.Equal(
            ["plain.yaml:6", "plain.yaml:12", "plain.yaml:13"],
            failure.Message.Split(Environment.NewLine).Select(problem => string.Join(':', problem.Split(':')[..2])),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Given_a_key_that_stands_twice_When_read_Then_its_line_is_named()
    {
        var failure = Assert.Throws<InvalidDataException>(() => ScenarioReader.Read(new PackFile("plain.yaml", "title: Nothing\ntitle: Something"), Scenarios.Pack));

        Assert.StartsWith("plain.yaml:2: [duplicateKey]", failure.Message, StringComparison.Ordinal);
    }
}
