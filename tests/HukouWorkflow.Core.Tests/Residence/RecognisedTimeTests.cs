using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Years earned in one city that another recognises.</summary>
public sealed class RecognisedTimeTests
{
    private static readonly RecognisedTime Everything = new([Chengdu], [Accrual.Residence, Accrual.Work, Accrual.Insurance], AtMost: null);

    [Fact]
    public void Given_residence_elsewhere_that_reaches_into_residence_here_When_it_is_recognised_Then_no_day_counts_twice()
    {
        var reading = ResidenceClock.Read(
            Since(Day(2021, 1, 1), ResidenceBasis.Registration) with { Elsewhere = [Lived(Day(2019, 1, 1), Day(2022, 1, 1))] },
            Terms() with { Recognised = [Everything] },
            Day(2021, 1, 1));

        Assert.Equal(731, reading.RecognisedDays);
        Assert.Equal(731, reading.CreditedDays);
        Assert.Equal(Day(2024, 1, 1), reading.MaturesOn);
    }

    [Fact]
    public void Given_residence_elsewhere_longer_ago_than_the_city_looks_back_When_it_is_recognised_Then_only_what_is_recent_counts()
    {
        var reading = ResidenceClock.Read(
            Since(Day(2021, 1, 1), ResidenceBasis.Registration) with { Elsewhere = [Lived(Day(2018, 1, 1), Day(2020, 7, 1)), Lived(Day(2010, 1, 1), Day(2015, 1, 1))] },
            Terms() with { Recognised = [Everything with { AtMost = Length("P1Y") }] },
            Day(2021, 1, 1));

        Assert.Equal(182, reading.RecognisedDays);
    }

    [Fact]
    public void Given_insurance_elsewhere_that_went_on_after_the_move_When_it_is_recognised_Then_it_bridges_the_months_until_insurance_here()
    {
        var facts = Since(Day(2021, 1, 1)) with
        {
            Insurance = [Span(Day(2021, 6, 1), null)],
            Elsewhere = [new TimeElsewhere(Chengdu, Accrual.Insurance, Span(Day(2019, 1, 1), Day(2021, 6, 1)))],
        };
        var count = SpellCount.Of(
            RecognisedTime.Beside(facts.Insurance, [Everything], facts, Accrual.Insurance), facts.Abodes, facts.City, GapReason.NotInsured, Day(2021, 7, 1));

        Assert.Empty(count.Gaps);
        Assert.Equal(Day(2022, 1, 1), count.MaturesOn(Length("P3Y")));
    }

    [Fact]
    public void Given_years_recognised_When_an_endorsement_comes_late_Then_its_gap_moves_them_too_and_they_stay()
    {
        var reading = ReadLate(LateEndorsementEffect.Gap);

        Assert.Equal(365, reading.RecognisedDays);
        Assert.Equal([new Gap(Day(2022, 1, 1), Day(2022, 1, 11), GapReason.LateEndorsement)], reading.Gaps);
        Assert.Equal(Day(2020, 1, 12), reading.CountsFrom);
    }

    [Fact]
    public void Given_years_recognised_When_a_late_endorsement_begins_the_count_anew_Then_they_are_lost_with_the_rest()
    {
        var reading = ReadLate(LateEndorsementEffect.Restart);

        Assert.Equal(0, reading.RecognisedDays);
        Assert.Equal(Day(2022, 1, 11), reading.CountsFrom);
    }

    [Property(MaxTest = 500)]
    public Property Given_any_time_elsewhere_When_residence_is_recognised_Then_it_is_every_such_day_before_the_move_once() => Prop.ForAll(Arb.From(Stories), story =>
    {
        var (facts, terms) = story;
        var earliest = terms.AtMost is { } most ? facts.ResidenceFrom.Minus(most) : Day(2000, 1, 1);
        var days = Enumerable.Range(0, Period.DaysBetween(Day(2000, 1, 1), facts.ResidenceFrom))
            .Select(Day(2000, 1, 1).PlusDays)
            .Count(day => day >= earliest && facts.Elsewhere.Any(time => Counts(time, Accrual.Residence) && time.Span.Contains(day)));

        var reading = ResidenceClock.Read(facts, Terms() with { Recognised = [terms] }, facts.ResidenceFrom);

        Assert.Equal(days, reading.RecognisedDays);
        Assert.Equal(facts.ResidenceFrom.PlusDays(-days), reading.CountsFrom);
    });

    [Property(MaxTest = 500)]
    public Property Given_any_time_elsewhere_When_insurance_is_recognised_Then_it_is_what_insurance_here_would_have_been() => Prop.ForAll(Arb.From(Stories), story =>
    {
        var (facts, terms) = story;
        var today = facts.ResidenceFrom.PlusYears(3);
        var earliest = terms.AtMost is { } most ? facts.ResidenceFrom.Minus(most) : Day(2000, 1, 1);
        var elsewhere = facts.Elsewhere.Where(time => Counts(time, Accrual.Insurance))
            .Select(time => time.Span with { From = LocalDate.Max(time.Span.From, earliest) });

        Reading.MustBeSame(
            string.Join(' ', facts.Elsewhere.Select(time => Reading.Text(time.Span))),
            SpellOracle.Read([.. facts.Insurance, .. elsewhere], facts.Abodes, facts.City, Length("P3Y"), GapReason.NotInsured, today),
            SpellCount.Of(RecognisedTime.Beside(facts.Insurance, [terms], facts, Accrual.Insurance), facts.Abodes, facts.City, GapReason.NotInsured, today).Read(Length("P3Y")));
    });

    private static Gen<(SettlementFacts Facts, RecognisedTime Terms)> Stories =>
        from start in Calendars.Starts
        from here in Calendars.Spans(start)
        from elsewhere in Calendars.Spans(start.PlusYears(-6))
        from places in Gen.Elements(Chengdu, Chengdu, Jiangbei).ListOf(elsewhere.Count)
        from earned in Gen.Elements(Accrual.Residence, Accrual.Insurance, Accrual.Work).ListOf(elsewhere.Count)
        from most in Gen.Elements(null, "P1Y", "P3Y", "P0D")
        select (
            Since(start, ResidenceBasis.Registration) with
            {
                Insurance = here,
                Elsewhere = [.. elsewhere.Select((span, i) => new TimeElsewhere(places[i], earned[i], span))],
            },
            Everything with { AtMost = most is null ? null : Length(most) });

    private static bool Counts(TimeElsewhere time, Accrual what) => time.Place == Chengdu && time.What == what;

    private static TimeElsewhere Lived(LocalDate from, LocalDate to) => new(Chengdu, Accrual.Residence, Span(from, to));

    private static ClockReading ReadLate(LateEndorsementEffect effect) => ResidenceClock.Read(
        Since(Day(2021, 1, 1), endorsements: [Day(2022, 1, 11)]) with { Elsewhere = [Lived(Day(2019, 1, 1), Day(2020, 1, 1))] },
        Terms(effect: effect) with { Recognised = [Everything] },
        Day(2022, 3, 1));
}
