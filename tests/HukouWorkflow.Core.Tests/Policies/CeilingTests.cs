namespace HukouWorkflow.Core.Tests.Policies;

public sealed class CeilingTests
{
    [Fact]
    public void Given_a_pack_that_asks_more_than_its_ceiling_on_every_route_When_it_is_read_Then_the_article_is_cited_for_each()
    {
        var problems = new PackText().Replace(PackText.Work, "core: P4Y", "core: P6Y").Read().Problems;

        Assert.Equal([PackText.Work, PackText.Routes], problems.Select(problem => problem.File), StringComparer.Ordinal);
        Assert.All(problems, problem => Assert.Equal("ceiling", problem.Rule));
        Assert.All(problems, problem => Assert.Contains("State Council Decree 663, art. 16", problem.Message, StringComparison.Ordinal));
        Assert.Contains("P5Y", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("work, insurance, dwelling", problems[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("large", "P5Y", true)]
    [InlineData("large", "P60M", true)]
    [InlineData("large", "P61M", false)]
    [InlineData("large", "P1826D", true)]
    [InlineData("large", "P1827D", false)]
    [InlineData("small", "P1D", false)]
    [InlineData("huge", "P40Y", true)]
    public void Given_a_period_and_a_city_class_When_the_pack_is_read_Then_it_loads_only_within_the_ceiling(string cityClass, string period, bool loads) =>
        Assert.Equal(loads, WithWork(cityClass, period).Read().Book is not null);

    [Fact]
    public void Given_a_value_that_ends_the_day_a_ceiling_begins_When_the_pack_is_read_Then_it_loads()
    {
        var text = WithWork("large", "P6Y").Replace(PackText.Work, "{document: Notice, article: art. 2}", """
            {document: Notice, article: art. 2}
              - from: 2016-01-01
                value: P5Y
                status: verified
                reference: {document: Notice, article: art. 3}
            """);

        Assert.Empty(text.Read().Problems);
        Assert.NotEmpty(text.Replace(PackText.Work, "from: 2016-01-01", "from: 2016-01-02").Read().Problems);
    }

    [Theory]
    [InlineData("- dwelling: {kinds: [owned]}", true)]
    [InlineData("- any: [{dwelling: {kinds: [owned]}}, {work: {period: workPeriod, kinds: [contract]}}]", true)]
    [InlineData("- atLeast: {count: 2, of: [{dwelling: {kinds: [owned]}}, {work: {period: workPeriod, kinds: [contract]}}]}", false)]
    [InlineData("- all: [{dwelling: {kinds: [owned]}}, {work: {period: workPeriod, kinds: [contract]}}]", false)]
    public void Given_a_route_beyond_the_ceiling_When_another_keeps_within_it_Then_the_pack_loads(string criterion, bool loads)
    {
        var routes = new PackText().Replace(PackText.Routes, "      - work: {period: workPeriod, kinds: [contract]}", "      " + criterion);

        var problems = routes.Replace(PackText.Pack, "cityClass: large", "cityClass: small").Read().Problems;

        // Where no criterion names it any more, the parameter stands there unused; that is not what is asked here.
        Assert.Equal(loads, !problems.Any(problem => string.Equals(problem.Rule, "ceiling", StringComparison.Ordinal)) && problems.All(problem => problem.Rule is "unusedParameter"));
    }

    private static PackText WithWork(string cityClass, string period) => new PackText()
        .Replace(PackText.Pack, "cityClass: large", "cityClass: " + cityClass)
        .Replace(PackText.Work, "{core: P4Y, outer: P2Y}", period);
}
