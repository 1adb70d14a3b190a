using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>The work and insurance clocks.</summary>
public sealed class SpellClockTests
{
    [Fact]
    public void Given_sixty_days_between_two_jobs_When_work_is_read_Then_maturity_moves_by_sixty_days()
    {
        DateSpan[] spells = [Span(Day(2020, 1, 1), Day(2022, 1, 1)), Span(Day(2022, 3, 2), null)];

        foreach (var reading in Reading.OfSpells(spells, "P3Y", GapReason.NotEmployed, Day(2022, 6, 1)))
        {
            Assert.Equal([new Gap(Day(2022, 1, 1), Day(2022, 3, 2), GapReason.NotEmployed)], reading.Gaps);
            Assert.Equal(Day(2020, 3, 1), reading.CountsFrom);
            Assert.Equal(Day(2023, 3, 1), reading.MaturesOn);
            Assert.Equal(822, reading.CreditedDays);
        }
    }

    [Fact]
    public void Given_insurance_that_ended_When_it_is_read_Then_the_clock_stands_still()
    {
        foreach (var reading in Reading.OfSpells([Span(Day(2020, 1, 1), Day(2021, 1, 1))], "P3Y", GapReason.NotInsured, Day(2021, 6, 1)))
        {
            Assert.Equal(new Gap(Day(2021, 1, 1), null, GapReason.NotInsured), reading.Stopped);
            Assert.Equal(366, reading.CreditedDays);
            Assert.Null(reading.MaturesOn);
            Assert.Null(reading.Next);
        }
    }

    [Fact]
    public void Given_a_job_with_a_stated_end_to_come_When_work_is_read_Then_it_is_taken_to_go_on()
    {
        foreach (var reading in Reading.OfSpells([Span(Day(2020, 1, 1), Day(2021, 1, 1))], "P3Y", GapReason.NotEmployed, Day(2020, 6, 1)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(Day(2023, 1, 1), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_overlapping_jobs_in_any_order_When_work_is_read_Then_each_day_counts_once()
    {
        DateSpan[] spells = [Span(Day(2021, 6, 1), null), Span(Day(2020, 1, 1), Day(2021, 8, 1)), Span(Day(2019, 1, 1), Day(2018, 1, 1))];

        foreach (var reading in Reading.OfSpells(spells, "P3Y", GapReason.NotEmployed, Day(2022, 1, 1)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(731, reading.CreditedDays);
            Assert.Equal(Day(2023, 1, 1), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_a_job_kept_while_living_outside_the_city_When_work_is_read_Then_those_days_do_not_count()
    {
        Abode[] abodes = [new(Day(2020, 1, 1), Jiangbei), new(Day(2021, 1, 1), Chengdu), new(Day(2021, 1, 31), Jiangbei)];

        foreach (var reading in Reading.OfSpells([Span(Day(2020, 1, 1), null)], "P3Y", GapReason.NotEmployed, Day(2021, 6, 1), abodes))
        {
            Assert.Equal([new Gap(Day(2021, 1, 1), Day(2021, 1, 31), GapReason.LeftCity)], reading.Gaps);
            Assert.Equal(Day(2023, 1, 31), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_work_before_the_first_abode_When_work_is_read_Then_those_days_are_taken_for_days_in_the_city()
    {
        foreach (var reading in Reading.OfSpells(
            [Span(Day(2020, 1, 1), null)], "P3Y", GapReason.NotEmployed, Day(2021, 6, 1), [new Abode(Day(2021, 1, 1), Chengdu)]))
        {
            Assert.Equal([new Gap(Day(2021, 1, 1), null, GapReason.LeftCity)], reading.Gaps);
            Assert.Equal(366, reading.CreditedDays);
        }
    }

    [Fact]
    public void Given_a_gap_a_day_before_five_years_are_over_When_the_years_are_shorter_from_a_later_day_Then_they_are_complete_inside_it()
    {
        // Five years from 1 March 2019 hold two leap days; from 29 February 2020, the day a gap of 365 days moves it to, only one.
        foreach (var reading in Reading.OfSpells(
            [Span(Day(2019, 3, 1), Day(2024, 2, 29)), Span(Day(2026, 1, 1), null)], "P5Y", GapReason.NotInsured, Day(2026, 6, 1)))
        {
            Assert.Equal(Day(2025, 2, 28), reading.MaturesOn);
            Assert.Equal(Day(2020, 2, 29), reading.CountsFrom);
        }
    }

    [Fact]
    public void Given_no_spell_When_a_clock_is_read_Then_there_is_no_reading_but_zero()
    {
        foreach (var reading in Reading.OfSpells([], "P3Y", GapReason.NotInsured, Day(2021, 6, 1)))
        {
            Assert.Equal(0, reading.CreditedDays);
            Assert.Empty(reading.Gaps);
            Assert.Null(reading.CountsFrom);
            Assert.Null(reading.MaturesOn);
            Assert.Null(reading.Stopped);
        }
    }
}
