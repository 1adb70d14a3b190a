using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>What must hold of every reading, whatever the terms. Asked of the oracle as well, so that it is not merely wrong in the same way.</summary>
public sealed class ResidenceClockLaws
{
    [Property(MaxTest = 300, Arbitrary = [typeof(ResidenceStory)])]
    public void Given_no_rules_but_time_When_one_starts_later_Then_they_never_mature_earlier(ResidenceStory story, NonNegativeInt days)
    {
        var terms = new ResidenceTerms(story.Terms.Required, null, null);
        var start = story.Facts.ResidenceFrom;

        MustNotBeEarlier(TestFacts.Since(start), TestFacts.Since(start.PlusDays(days.Get)), terms, story.Today);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(ResidenceStory)])]
    public void Given_the_same_absences_When_one_registers_later_Then_they_never_mature_earlier(ResidenceStory story, NonNegativeInt days)
    {
        var start = story.Facts.ResidenceFrom;
        var later = start.PlusDays(days.Get);
        DateSpan[] absences = [.. story.Facts.Absences.Where(span => span.From >= later)];

        MustNotBeEarlier(
            TestFacts.Since(start, ResidenceBasis.Registration, absences: absences),
            TestFacts.Since(later, ResidenceBasis.Registration, absences: absences),
            story.Terms,
            story.Today);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(ResidenceStory)])]
    public Property Given_any_facts_When_an_endorsement_in_its_month_is_added_Then_they_never_mature_later(ResidenceStory story) =>
        Prop.ForAll(Gen.Choose(1, 10).ToArbitrary(), Gen.Choose(0, 27).ToArbitrary(), (year, daysBefore) =>
        {
            var endorsed = story.Facts.ResidenceFrom.PlusYears(year).PlusDays(-daysBefore);

            MustNotBeEarlier(story.Facts with { Endorsements = [.. story.Facts.Endorsements, endorsed] }, story.Facts, story.Terms, story.Today);
        });

    [Property(MaxTest = 500, Arbitrary = [typeof(ResidenceStory)])]
    public Property Given_any_facts_When_an_absence_is_added_Then_they_never_mature_earlier(ResidenceStory story) =>
        Prop.ForAll(Gen.Choose(-30, 4000).ToArbitrary(), Gen.Choose(0, 700).ToArbitrary(), (after, days) =>
        {
            var from = story.Facts.ResidenceFrom.PlusDays(after);
            DateSpan[] others = [.. story.Facts.Absences.Where(span => span.From != from)];

            MustNotBeEarlier(
                story.Facts with { Absences = others },
                story.Facts with { Absences = [.. others, TestFacts.Days(from, days)] },
                story.Terms,
                story.Today);
        });

    [Property(MaxTest = 500, Arbitrary = [typeof(ResidenceStory)])]
    public void Given_complete_time_When_it_is_read_on_a_later_day_Then_it_is_complete_since_the_same_day(ResidenceStory story, NonNegativeInt days)
    {
        foreach (var read in Reading.Readers)
        {
            var (facts, terms) = (story.Facts, story.Terms);
            var first = read(facts, terms, read(facts, terms, story.Today).MaturesOn ?? story.Today);
            var later = read(facts, terms, first.AsOf.PlusDays(days.Get));
            Assert.True(
                !first.IsComplete || first.MaturesOn == later.MaturesOn, $"{story}\n  first: {Reading.Text(first)}\n  later: {Reading.Text(later)}");
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(ResidenceStory)])]
    public void Given_any_facts_When_residence_is_read_Then_every_day_since_the_start_is_credited_or_in_one_gap(ResidenceStory story)
    {
        foreach (var reading in Reading.OfResidence(story.Facts, story.Terms, story.Today))
        {
            var next = story.Facts.ResidenceFrom;
            var gapDays = 0;
            foreach (var gap in reading.Gaps)
            {
                Assert.True(gap.From >= next && (gap.To is null || gap.To > gap.From), $"{story}\n  {Reading.Text(reading)}");
                next = gap.To ?? LocalDate.MaxIsoValue;
                gapDays += Math.Max(0, Period.DaysBetween(gap.From, LocalDate.Min(next, story.Today)));
            }

            var days = Math.Max(0, Period.DaysBetween(story.Facts.ResidenceFrom, story.Today));
            Assert.True(reading.CreditedDays == days - gapDays, $"{story}\n  {Reading.Text(reading)}");
        }
    }

    private static void MustNotBeEarlier(SettlementFacts sooner, SettlementFacts later, ResidenceTerms terms, LocalDate today)
    {
        foreach (var (first, second) in Reading.OfResidence(sooner, terms, today).Zip(Reading.OfResidence(later, terms, today)))
        {
            Assert.True(
                (first.MaturesOn ?? LocalDate.MaxIsoValue) <= (second.MaturesOn ?? LocalDate.MaxIsoValue),
                $"{new ResidenceStory(sooner, terms, today)}\n  {Reading.Text(first)}\n{new ResidenceStory(later, terms, today)}\n  {Reading.Text(second)}");
        }
    }
}
