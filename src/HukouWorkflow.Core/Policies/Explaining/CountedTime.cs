using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>What a clock shows, in the calendar's years and days.</summary>
/// <param name="Passed">The time counted so far.</param>
/// <param name="Missing">The time still to count; nothing where it is complete.</param>
/// <param name="Halted">The gap that the day lies in, or null while the clock runs.</param>
internal sealed record CountedTime(Period Passed, Period Missing, Gap? Halted)
{
    private const PeriodUnits YearsAndDays = PeriodUnits.Years | PeriodUnits.Days;

    public static CountedTime Of(Finding clock, Period required, LocalDate today)
    {
        Gap? halted = null;
        foreach (var gap in clock.Gaps)
        {
            if (new DateSpan(gap.From, gap.To).Contains(today))
            {
                halted = gap;
            }
        }

        // The days are laid in one stretch before the day on which the count stands, which is how the clock reckons completion:
        // in years, some stretches of as many days are longer than others.
        var day = halted?.From ?? today;
        var from = clock.Number("creditedDays") is { } credited ? day.PlusDays(-(int)credited) : clock.Date("since") ?? day;
        if (clock.Verdict == Verdict.NotMet)
        {
            // The clock's own stretch may lie elsewhere in the calendar and hold a day of February more: what is not complete is
            // not said to be.
            while (from + required <= day)
            {
                from = from.PlusDays(1);
            }
        }

        var complete = from + required;
        return new CountedTime(
            Period.Between(from, day, YearsAndDays),
            complete > day ? Period.Between(day, complete, YearsAndDays) : Period.Zero,
            halted);
    }
}
