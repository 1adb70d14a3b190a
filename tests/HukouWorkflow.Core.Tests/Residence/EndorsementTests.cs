using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Yearly endorsements (State Council Decree 663, art. 10) and what becomes of the count when one is late.</summary>
public sealed class EndorsementTests
{
    [Fact]
    public void Given_a_start_on_31_March_When_the_next_year_is_a_leap_year_Then_the_endorsement_is_due_from_29_February_art_10() =>
        AssertDue(new Due(DueKind.Endorsement, Day(2024, 2, 29), Day(2024, 3, 31)), Since(Day(2023, 3, 31)));

    [Fact]
    public void Given_a_start_on_31_March_When_the_next_year_is_a_common_year_Then_the_endorsement_is_due_from_28_February_art_10() =>
        AssertDue(new Due(DueKind.Endorsement, Day(2025, 2, 28), Day(2025, 3, 31)), Since(Day(2024, 3, 31)));

    [Fact]
    public void Given_a_start_on_29_February_When_four_years_are_endorsed_Then_the_fourth_anniversary_is_29_February_again() =>
        AssertDue(new Due(DueKind.Endorsement, Day(2024, 1, 29), Day(2024, 2, 29)), Since(Day(2020, 2, 29)).EndorsedYearly(3), required: "P7Y", years: 3);

    [Fact]
    public void Given_an_endorsement_one_day_before_its_month_When_the_anniversary_passes_Then_it_has_done_nothing_art_10()
    {
        var facts = Since(Day(2023, 3, 31), endorsements: [Day(2024, 2, 28)]);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2024, 4, 1)))
        {
            Assert.Equal(new Gap(Day(2024, 3, 31), null, GapReason.LateEndorsement), reading.Stopped);
        }
    }

    [Fact]
    public void Given_an_endorsement_on_the_first_day_of_its_month_When_the_anniversary_passes_Then_the_count_goes_on_art_10()
    {
        var facts = Since(Day(2023, 3, 31), endorsements: [Day(2024, 2, 29)]);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2024, 4, 1)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(Day(2025, 3, 31), reading.Next?.By);
            Assert.Equal(Day(2025, 4, 1), reading.LapsesOn);
        }
    }

    [Fact]
    public void Given_an_endorsement_33_days_late_When_late_days_are_a_gap_Then_maturity_moves_by_33_days_art_10()
    {
        var facts = Since(Day(2021, 10, 1), endorsements: [Day(2022, 9, 20), Day(2023, 9, 18), Day(2024, 11, 3)]);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2024, 11, 21)))
        {
            Assert.Equal([new Gap(Day(2024, 10, 1), Day(2024, 11, 3), GapReason.LateEndorsement)], reading.Gaps);
            Assert.Equal(Day(2021, 11, 3), reading.CountsFrom);
            Assert.Equal(Day(2026, 11, 3), reading.MaturesOn);
            Assert.Equal(1114, reading.CreditedDays);
            Assert.Null(reading.Stopped);
        }
    }

    [Fact]
    public void Given_the_same_person_endorsed_in_time_When_it_is_read_Then_maturity_is_on_the_fifth_anniversary()
    {
        var facts = Since(Day(2021, 10, 1), endorsements: [Day(2022, 9, 20), Day(2023, 9, 18), Day(2024, 10, 1)]);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2024, 11, 21)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(Day(2026, 10, 1), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_thirty_days_of_grace_When_the_endorsement_comes_on_the_thirtieth_day_Then_the_count_is_kept()
    {
        var facts = Since(Day(2018, 6, 15), endorsements: [Day(2019, 7, 15)]);

        foreach (var reading in Reading.OfResidence(facts, Terms("P7Y", 30, LateEndorsementEffect.Restart), Day(2019, 8, 1)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(412, reading.CreditedDays);
            Assert.Equal(Day(2025, 6, 15), reading.MaturesOn);
        }
    }

    [Fact]
    public void Given_thirty_days_of_grace_When_the_endorsement_comes_on_the_thirty_first_day_Then_the_count_begins_again()
    {
        var facts = Since(Day(2018, 6, 15), endorsements: [Day(2019, 7, 16)]);

        foreach (var reading in Reading.OfResidence(facts, Terms("P7Y", 30, LateEndorsementEffect.Restart), Day(2019, 8, 1)))
        {
            Assert.Equal(
                [
                    new Gap(Day(2018, 6, 15), Day(2019, 6, 15), GapReason.Restart),
                    new Gap(Day(2019, 6, 15), Day(2019, 7, 16), GapReason.LateEndorsement),
                ],
                reading.Gaps);
            Assert.Equal(16, reading.CreditedDays);
            Assert.Equal(Day(2019, 7, 16), reading.CountsFrom);
            Assert.Equal(Day(2026, 7, 16), reading.MaturesOn);
            Assert.Equal(new Due(DueKind.Endorsement, Day(2020, 5, 15), Day(2020, 6, 15)), reading.Next);
            Assert.Equal(Day(2020, 7, 16), reading.LapsesOn);
        }
    }

    [Fact]
    public void Given_a_permit_never_endorsed_When_its_grace_is_over_Then_the_count_stands_still_art_10()
    {
        foreach (var reading in Reading.OfResidence(Since(Day(2022, 5, 10)), Terms(), Day(2023, 6, 1)))
        {
            Assert.Equal(new Gap(Day(2023, 5, 10), null, GapReason.LateEndorsement), reading.Stopped);
            Assert.Null(reading.MaturesOn);
            Assert.Null(reading.CountsFrom);
            Assert.Equal(365, reading.CreditedDays);
            Assert.Equal(new Due(DueKind.Endorsement, Day(2023, 4, 10), Day(2023, 5, 10)), reading.Next);
            Assert.Null(reading.LapsesOn);
        }
    }

    [Fact]
    public void Given_an_endorsement_two_years_late_When_it_is_read_Then_it_carries_the_permit_over_the_years_it_missed()
    {
        var facts = Since(Day(2018, 4, 1), endorsements: [Day(2021, 5, 15)]);

        foreach (var reading in Reading.OfResidence(facts, Terms(), Day(2021, 6, 1)))
        {
            Assert.Equal([new Gap(Day(2019, 4, 1), Day(2021, 5, 15), GapReason.LateEndorsement)], reading.Gaps);
            Assert.Equal(Day(2025, 5, 15), reading.MaturesOn);
            Assert.Equal(new Due(DueKind.Endorsement, Day(2022, 3, 1), Day(2022, 4, 1)), reading.Next);
        }
    }

    [Fact]
    public void Given_a_residence_registration_When_nothing_is_endorsed_Then_nothing_is_due_and_the_count_goes_on()
    {
        foreach (var reading in Reading.OfResidence(Since(Day(2022, 5, 10), ResidenceBasis.Registration), Terms(), Day(2024, 6, 1)))
        {
            Assert.Empty(reading.Gaps);
            Assert.Equal(Day(2027, 5, 10), reading.MaturesOn);
            Assert.Null(reading.Next);
            Assert.Null(reading.LapsesOn);
        }
    }

    [Theory]
    [InlineData(LateEndorsementEffect.Gap)]
    [InlineData(LateEndorsementEffect.Restart)]
    public void Given_five_years_complete_When_the_permit_lapses_afterwards_Then_they_stay_complete(LateEndorsementEffect effect)
    {
        var lapsed = Since(Day(2015, 1, 10)).EndorsedYearly(4);
        var endorsedLate = lapsed with { Endorsements = [.. lapsed.Endorsements, Day(2021, 2, 1)] };
        var readings = Reading.OfResidence(lapsed, Terms(effect: effect), Day(2021, 3, 1))
            .Zip(Reading.OfResidence(endorsedLate, Terms(effect: effect), Day(2021, 3, 1)));

        foreach (var (without, with) in readings)
        {
            Assert.Equal(Day(2020, 1, 10), without.MaturesOn);
            Assert.Equal(Day(2020, 1, 10), with.MaturesOn);
            Assert.Equal(Day(2015, 1, 10), with.CountsFrom);
            Assert.Null(without.Stopped);
            Assert.Null(without.Next);
        }
    }

    [Fact]
    public void Given_time_that_was_completed_in_the_grace_When_the_grace_runs_out_unendorsed_Then_it_stays_complete()
    {
        var facts = Since(Day(2019, 5, 1), absences: [Days(Day(2020, 1, 1), 10)]).EndorsedYearly(4);

        foreach (var reading in Reading.OfResidence(facts, Terms(grace: 30, allowance: 0), Day(2024, 8, 1)))
        {
            Assert.Equal(Day(2024, 5, 11), reading.MaturesOn);
            Assert.Null(reading.Stopped);
        }
    }

    private static void AssertDue(Due due, SettlementFacts facts, string required = "P5Y", int years = 0)
    {
        foreach (var reading in Reading.OfResidence(facts, Terms(required), facts.ResidenceFrom.PlusYears(years).PlusDays(60)))
        {
            Assert.Equal(due, reading.Next);
            Assert.Equal(due.By.PlusDays(1), reading.LapsesOn);
        }
    }
}
