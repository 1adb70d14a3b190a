using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Tests.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = ShippedPacks.Book.Calendar;

    [Theory]
    [InlineData(2025, 10, 8, false)]
    [InlineData(2025, 10, 9, true)]
    [InlineData(2025, 10, 11, true)]
    [InlineData(2025, 10, 12, false)]
    [InlineData(2026, 2, 14, true)]
    [InlineData(2026, 2, 16, false)]
    [InlineData(2026, 2, 24, true)]
    [InlineData(2030, 10, 1, true)]
    public void Given_a_day_When_asked_Then_holidays_weekends_and_make_up_days_are_told_apart(int year, int month, int day, bool works) =>
        Assert.Equal(works, Calendar.IsWorkingDay(new LocalDate(year, month, day)));

    [Fact]
    public void Given_a_limit_across_the_National_Day_When_reckoned_Then_the_holiday_is_left_out_and_the_make_up_day_counts() =>
        Assert.Equal(
            new WorkingDate(new LocalDate(2025, 10, 11), FollowsNotices: true),
            Calendar.AddWorkingDays(new LocalDate(2025, 9, 29), 4));

    [Fact]
    public void Given_a_limit_into_a_year_without_notice_When_reckoned_Then_it_says_so() =>
        Assert.Equal(
            new WorkingDate(new LocalDate(2027, 1, 1), FollowsNotices: false),
            Calendar.AddWorkingDays(new LocalDate(2026, 12, 31), 1));

    [Fact]
    public void Given_no_days_When_added_Then_it_is_the_same_day() =>
        Assert.Equal(new LocalDate(2025, 10, 1), Calendar.AddWorkingDays(new LocalDate(2025, 10, 1), 0).Day);

    [Fact]
    public void Given_a_negative_number_When_added_Then_it_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new LocalDate(2025, 10, 1), -1));
}
