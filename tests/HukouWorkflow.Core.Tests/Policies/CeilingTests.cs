namespace HukouWorkflow.Core.Tests.Policies;

public sealed class CeilingTests
{
    [Fact]
    public void Given_a_pack_that_asks_more_than_its_ceiling_When_it_is_read_Then_the_article_is_cited()
    {
        var problem = Assert.Single(new PackText().Replace(PackText.Work, "core: P4Y", "core: P6Y").Read().Problems);

        Assert.Equal("ceiling", problem.Rule);
        Assert.Equal(PackText.Work, problem.File);
        Assert.Contains("State Council Decree 663, art. 16", problem.Message, StringComparison.Ordinal);
        Assert.Contains("P5Y", problem.Message, StringComparison.Ordinal);
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
        Assert.Equal("ceiling", Assert.Single(text.Replace(PackText.Work, "from: 2016-01-01", "from: 2016-01-02").Read().Problems).Rule);
    }

    [Fact]
    public void Given_a_route_that_closes_before_the_ceiling_begins_When_the_pack_is_read_Then_it_loads() =>
        Assert.Empty(WithWork("small", "P6Y").Replace(PackText.Routes, "title: {en: Work", "until: 2016-01-01\n    title: {en: Work").Read().Problems);

    private static PackText WithWork(string cityClass, string period) => new PackText()
        .Replace(PackText.Pack, "cityClass: large", "cityClass: " + cityClass)
        .Replace(PackText.Work, "{core: P4Y, outer: P2Y}", period);
}
