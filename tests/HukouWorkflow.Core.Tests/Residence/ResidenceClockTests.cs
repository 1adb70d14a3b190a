using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Calendar years, absences and moves.</summary>
public sealed class ResidenceClockTests
{
    [Fact]
    public void Given_a_start_on_29_February_2020_When_five_years_are_asked_Then_they_are_complete_on_28_February_2025()
    {
        var facts = Since(Day(2020, 2, 29)).EndorsedYearly(4);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2025, 2, 28)))
        {
            Assert.Equal(Day(2025, 2, 28), reading.MaturesOn);
            Assert.Equal(1826, reading.CreditedDays);
            Assert.True(reading.IsComplete);
        }
    }

    [Theory]
    [InlineData("2021-01-31", "P1M", "2021-02-28")]
    [InlineData("2024-01-31", "P1M", "2024-02-29")]
    [InlineData("2020-08-31", "P18M", "2022-02-28")]
    [InlineData("2020-12-31", "P6M", "2021-06-30")]
    [InlineData("2021-02-28", "P3Y", "2024-02-28")]
    [InlineData("2020-02-29", "P4Y", "2024-02-29")]
    [InlineData("2023-01-01", "P400D", "2024-02-05")]
    [InlineData("2023-01-01", "P0D", "2023-01-01")]
    public void Given_a_start_at_a_month_end_When_time_is_asked_Then_it_ends_on_the_calendars_own_day(string start, string required, string end)
    {
        foreach (var reading in Reading.OfResidence(Since(Iso(start), ResidenceBasis.Registration), Terms(required), Iso(start)))
        {
            Assert.Equal(Iso(end), reading.MaturesOn);
            Assert.Equal(Iso(start), reading.CountsFrom);
            Assert.Equal(0, reading.CreditedDays);
        }
    }

    [Fact]
    public void Given_an_allowance_of_180_days_When_away_for_180_Then_every_day_counts() =>
        AssertCounted([], Day(2025, 1, 1), [Days(Day(2021, 3, 1), 180)]);

    [Fact]
    public void Given_an_allowance_of_180_days_When_away_for_181_Then_one_day_does_not_count() =>
        AssertCounted(
            [new Gap(Day(2021, 8, 28), Day(2021, 8, 29), GapReason.Absence)], Day(2025, 1, 2), [Days(Day(2021, 3, 1), 181)]);

    [Fact]
    public void Given_two_absences_within_a_year_When_they_exceed_the_allowance_together_Then_the_days_beyond_it_do_not_count() =>
        AssertCounted(
            [new Gap(Day(2021, 12, 20), Day(2022, 1, 9), GapReason.Absence)],
            Day(2025, 1, 21),
            [Days(Day(2021, 1, 10), 100), Days(Day(2021, 10, 1), 100)]);

    [Fact]
    public void Given_two_absences_thirteen_months_apart_When_each_is_within_the_allowance_Then_every_day_counts() =>
        AssertCounted([], Day(2025, 1, 1), [Days(Day(2021, 1, 10), 180), Days(Day(2022, 2, 10), 180)]);

    [Fact]
    public void Given_overlapping_absences_When_they_are_counted_Then_a_day_counts_once() =>
        AssertCounted([], Day(2025, 1, 1), [Days(Day(2021, 3, 1), 150), Days(Day(2021, 4, 1), 149)]);

    [Fact]
    public void Given_an_absence_stated_again_When_the_return_was_earlier_Then_the_later_statement_stands() =>
        AssertCounted([], Day(2025, 1, 1), [Days(Day(2021, 3, 1), 400), Days(Day(2021, 3, 1), 20)]);

    [Fact]
    public void Given_an_absence_still_going_on_When_its_end_is_stated_Then_the_days_to_come_until_then_do_not_count()
    {
        var facts = Since(Day(2020, 1, 1), ResidenceBasis.Registration, absences: [Span(Day(2021, 5, 1), Day(2021, 7, 1))]);

        foreach (var reading in Reading.OfResidence(facts, Terms(allowance: 10), Day(2021, 6, 1)))
        {
            Assert.Equal(new Gap(Day(2021, 5, 11), Day(2021, 7, 1), GapReason.Absence), reading.Stopped);
            Assert.Equal(Day(2025, 2, 21), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_an_absence_not_begun_When_it_is_read_Then_it_is_no_gap_yet()
    {
        var facts = Since(Day(2020, 1, 1), ResidenceBasis.Registration, absences: [Span(Day(2021, 5, 1), Day(2021, 7, 1))]);

        foreach (var reading in Reading.OfResidence(facts, Terms(allowance: 0), Day(2021, 4, 30)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(Day(2025, 1, 1), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_a_move_to_another_district_When_it_is_read_Then_the_count_goes_on() =>
        AssertCounted([], Day(2025, 1, 1), [], [new Abode(Day(2021, 1, 1), Qianjiang)]);

    [Fact]
    public void Given_a_move_out_of_the_city_When_it_is_read_Then_the_count_stands_still()
    {
        var facts = Since(Day(2020, 1, 1), ResidenceBasis.Registration, moves: [new Abode(Day(2022, 1, 1), Chengdu)]);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2022, 6, 1)))
        {
            Assert.Equal(new Gap(Day(2022, 1, 1), null, GapReason.LeftCity), reading.Stopped);
            Assert.Equal(731, reading.CreditedDays);
            Assert.Null(reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_terms_that_ask_for_no_length_When_the_city_was_left_Then_they_hold_no_more_until_the_return()
    {
        var facts = Since(Day(2020, 1, 1), ResidenceBasis.Registration, moves: [new Abode(Day(2021, 3, 1), Chengdu), new Abode(Day(2021, 9, 1), Jiangbei)]);
        var terms = Terms() with { Required = null };

        Assert.Equal(Day(2020, 1, 1), ResidenceClock.Read(facts, terms, Day(2021, 2, 28)).MaturesOn);
        Assert.Null(ResidenceClock.Read(facts, terms, Day(2021, 3, 1)).MaturesOn);
        Assert.NotNull(ResidenceClock.Read(facts, terms, Day(2021, 9, 1)).MaturesOn);
    }

    [Fact]
    public void Given_a_return_to_the_city_When_it_is_read_Then_the_count_resumes() =>
        AssertCounted(
            [new Gap(Day(2022, 1, 1), Day(2022, 3, 2), GapReason.LeftCity)],
            Day(2025, 3, 1),
            [],
            [new Abode(Day(2022, 1, 1), Chengdu), new Abode(Day(2022, 3, 2), Qianjiang)]);

    [Fact]
    public void Given_a_move_out_and_back_on_one_day_When_it_is_read_Then_the_count_goes_on() =>
        AssertCounted([], Day(2025, 1, 1), [], [new Abode(Day(2022, 1, 1), Chengdu), new Abode(Day(2022, 1, 1), Jiangbei)]);

    [Fact]
    public void Given_a_start_to_come_When_it_is_read_Then_nothing_has_counted_and_the_day_is_foreseen()
    {
        foreach (var reading in Reading.OfResidence(Since(Day(2022, 1, 11)), Terms(), Day(2022, 1, 1)))
        {
            Assert.Equal(0, reading.CreditedDays);
            Assert.Empty(reading.Gaps);
            Assert.Equal(Day(2027, 1, 11), reading.MaturesOn);
        }
    }

    private static void AssertCounted(Gap[] gaps, LocalDate maturesOn, DateSpan[] absences, Abode[]? moves = null)
    {
        var facts = Since(Day(2020, 1, 1), ResidenceBasis.Registration, absences: absences, moves: moves);
        var today = Day(2023, 1, 1);

        foreach (var reading in Reading.OfResidence(facts, Terms(allowance: 180), today))
        {
            Assert.Equal(gaps, reading.Gaps);
            Assert.Equal(maturesOn, reading.MaturesOn);
            Assert.Equal(1096 - gaps.Sum(gap => Period.DaysBetween(gap.From, gap.To!.Value)), reading.CreditedDays);
            Assert.Null(reading.Stopped);
        }
    }
}
