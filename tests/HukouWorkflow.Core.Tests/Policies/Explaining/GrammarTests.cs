using System.Globalization;
using HukouWorkflow.Core.Policies.Explaining;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

public sealed class GrammarTests
{
    private static readonly Grammar English = Grammar.Of(Language.English);
    private static readonly Grammar Chinese = Grammar.Of(Language.Chinese);

    [Theory]
    [InlineData("P5Y", "5 years", "五年")]
    [InlineData("P1Y6M", "1 year 6 months", "一年六个月")]
    [InlineData("P2Y", "2 years", "两年")]
    [InlineData("P1M", "1 month", "一个月")]
    [InlineData("P15Y", "15 years", "15年")]
    [InlineData("P1D", "1 day", "一天")]
    [InlineData("P2W", "14 days", "14天")]
    [InlineData("P0D", "0 days", "0天")]
    public void Given_a_time_that_is_asked_When_written_Then_each_language_has_its_way(string period, string english, string chinese)
    {
        var asked = PeriodPattern.Roundtrip.Parse(period).Value;

        Assert.Equal((english, chinese), (English.Asked(asked), Chinese.Asked(asked)));
    }

    [Fact]
    public void Given_a_time_that_has_passed_When_written_in_Chinese_Then_it_has_digits() =>
        Assert.Equal("4年312天", Chinese.Passed(Period.FromYears(4) + Period.FromDays(312)));

    [Fact]
    public void Given_days_When_written_Then_a_year_is_named_once()
    {
        var day = new LocalDate(2024, 11, 3);

        Assert.Equal(("3 November 2024", "2024年11月3日"), (English.Date(day), Chinese.Date(day)));
        Assert.Equal(("3 November", "11月3日"), (English.DateIn(2024, day), Chinese.DateIn(2024, day)));
        Assert.Equal(("3 November 2024", "2024年11月3日"), (English.DateIn(2023, day), Chinese.DateIn(2023, day)));
        Assert.Equal(("on 3 November 2024", "2024年11月3日"), (English.Days(day, day), Chinese.Days(day, day)));
        Assert.Equal(
            ("from 3 November to 5 November 2024", "2024年11月3日至11月5日"),
            (English.Days(day, day.PlusDays(2)), Chinese.Days(day, day.PlusDays(2))));
        Assert.Equal(
            ("from 3 November 2024 to 3 February 2025", "2024年11月3日至2025年2月3日"),
            (English.Days(day, day.PlusMonths(3)), Chinese.Days(day, day.PlusMonths(3))));
    }

    [Fact]
    public void Given_parts_When_listed_Then_the_last_is_joined_by_a_word()
    {
        Assert.Equal(("a", "a and b", "a, b and c"), (English.And(["a"]), English.And(["a", "b"]), English.And(["a", "b", "c"])));
        Assert.Equal(("甲", "甲和乙", "甲、乙和丙"), (Chinese.And(["甲"]), Chinese.And(["甲", "乙"]), Chinese.And(["甲", "乙", "丙"])));
        Assert.Equal(("a, b or c", "甲、乙或丙", ""), (English.Or(["a", "b", "c"]), Chinese.Or(["甲", "乙", "丙"]), English.Or([])));
    }

    [Fact]
    public void Given_a_culture_with_other_digits_and_months_When_written_Then_it_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1,234,567.5 yuan", English.Money(1_234_567.5m));
            Assert.Equal("1,234,567.5元", Chinese.Money(1_234_567.5m));
            Assert.Equal("1 May 2026", English.Date(new LocalDate(2026, 5, 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(1, "one day")]
    [InlineData(2, "2 days")]
    [InlineData(1234, "1,234 days")]
    public void Given_a_number_When_a_plural_turns_on_it_Then_one_is_told_from_all_others(int days, string text) =>
        Assert.Equal(text, Template.Parse("{days:one day|# days}").Template!.Fill(("days", days)));
}
