using HukouWorkflow.Core.Identity;
using HukouWorkflow.Local.Simulation;
using NodaTime.Text;

namespace HukouWorkflow.Local.Tests.Simulation;

public sealed class PackOnDateTests
{
    [Theory]
    [InlineData("chongqing@2010", "2010-12-31")]
    [InlineData("chongqing@2016-02", "2016-02-29")]
    [InlineData("chongqing@2016-07-01", "2016-07-01")]
    [InlineData("chongqing@9999", "9999-12-31")]
    public void Given_a_year_a_month_or_a_day_When_read_Then_its_last_day_is_meant(string text, string day)
    {
        Assert.Equal(new PackOnDate("chongqing", LocalDatePattern.Iso.Parse(day).Value, text), PackOnDate.Parse(text));
    }

    [Theory]
    [InlineData("chongqing@")]
    [InlineData("chongqing@10")]
    [InlineData("chongqing@2010-13")]
    [InlineData("chongqing@2010-02-30")]
    [InlineData("chongqing@2010@2016")]
    public void Given_what_is_no_date_When_read_Then_it_is_refused(string text)
    {
        Assert.Null(PackOnDate.Parse(text));
    }

    [Fact]
    public void Given_no_date_When_looked_up_Then_every_version_applies_in_its_time()
    {
        Assert.Same(Scenarios.Pack, PackOnDate.Parse("chongqing")!.From(Scenarios.Book));
    }

    [Theory]
    [InlineData("chongqing@2010", "nowhere@2016", "There is no pack 'nowhere'")]
    [InlineData("chongqing@2010", "chongqing@2010-07", "The pack 'chongqing' has no rules on 2010-07-31: its first version is of 2010-08-01.")]
    [InlineData("chongqing@2016", "chongqing@2016-12-31", "is the same as --pack chongqing@2016")]
    [InlineData("chongqing", "chongqing", "is the same as --pack chongqing")]
    [InlineData("chongqing@2010", "otherwhere@2016", "'otherwhere' is another city than 'chongqing'")]
    public void Given_packs_that_cannot_be_compared_When_asked_to_Then_it_says_why(string first, string second, string named)
    {
        var book = Scenarios.Book with { Packs = [Scenarios.Pack, Scenarios.Pack with { Id = "otherwhere", Cities = [new DivisionCode(510100)] }] };

        var failure = Assert.Throws<InvalidDataException>(() => PackOnDate.Parse(first)!.Against(PackOnDate.Parse(second)!, book));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }
}
