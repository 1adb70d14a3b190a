using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>The arithmetic that all clocks share: laying gaps over one another, and finding the day a time is complete.</summary>
internal static class Reckoning
{
    // Adding years or months to a shifted day can cost at most three days (31 January + 1 month = 28 February), so only a
    // gap that begins this close to maturity can have the time complete inside it.
    private const int MostDaysLostToMonthEnds = 3;

    /// <summary>Where several gaps cover a day, the one listed first wins; neighbours with one reason become one gap.</summary>
    /// <param name="byPrecedence">Gaps in order of precedence; they may overlap.</param>
    /// <param name="from">Days before this one are left out.</param>
    public static List<Gap> Lay(List<Gap> byPrecedence, LocalDate from)
    {
        var laid = new List<Gap>(byPrecedence.Count);
        if (byPrecedence.Count == 0)
        {
            return laid;
        }

        var edges = new SortedSet<LocalDate>();
        foreach (var gap in byPrecedence)
        {
            edges.Add(Later(gap.From, from));
            if (gap.To is { } to)
            {
                edges.Add(Later(to, from));
            }
        }

        var days = edges.ToArray();
        for (var i = 0; i < days.Length; i++)
        {
            var run = new DateSpan(days[i], i + 1 < days.Length ? days[i + 1] : null);
            foreach (var gap in byPrecedence)
            {
                if (new DateSpan(gap.From, gap.To).Contains(run.From))
                {
                    Extend(laid, run, gap.Why);
                    break;
                }
            }
        }

        return laid;
    }

    /// <summary>From when the time is reckoned once every gap is in, and the day it is complete (null: not as things stand).</summary>
    /// <param name="anchor">The day the count begins.</param>
    /// <param name="gaps">In order, without overlap.</param>
    /// <param name="required">The time asked for.</param>
    public static (LocalDate CountsFrom, LocalDate? MaturesOn) Reckon(LocalDate anchor, IReadOnlyList<Gap> gaps, Period required)
    {
        var countsFrom = anchor;
        foreach (var gap in gaps)
        {
            if (gap.To is { } end && end <= anchor)
            {
                continue;
            }

            var begins = Later(gap.From, anchor);
            var complete = countsFrom.Plus(required);
            if (begins >= complete)
            {
                break;
            }

            if (gap.To is not { } ends)
            {
                return (countsFrom, null);
            }

            if (Period.DaysBetween(begins, complete) <= MostDaysLostToMonthEnds && CompleteInside(countsFrom, begins, ends, required) is { } inside)
            {
                return inside;
            }

            countsFrom = countsFrom.PlusDays(Period.DaysBetween(begins, ends));
        }

        return (countsFrom, countsFrom.Plus(required));
    }

    /// <summary>The days from one day up to and not including another that lie in no gap.</summary>
    public static int CreditedDays(LocalDate from, LocalDate to, IReadOnlyList<Gap> gaps)
    {
        if (to <= from)
        {
            return 0;
        }

        var credited = Period.DaysBetween(from, to);
        foreach (var gap in gaps)
        {
            var begins = Later(gap.From, from);
            var ends = gap.To is { } end && end < to ? end : to;
            if (ends > begins)
            {
                credited -= Period.DaysBetween(begins, ends);
            }
        }

        return credited;
    }

    /// <summary>The gap a day lies in, or null.</summary>
    public static Gap? At(LocalDate day, IReadOnlyList<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            if (new DateSpan(gap.From, gap.To).Contains(day))
            {
                return gap;
            }
        }

        return null;
    }

    /// <summary>The days lived outside the city. The first abode holds from the beginning.</summary>
    public static List<Gap> OutsideCity(IReadOnlyList<Abode> abodes, DivisionCode city)
    {
        var outside = new List<Gap>();
        for (var i = 0; i < abodes.Count; i++)
        {
            LocalDate? next = i + 1 < abodes.Count ? abodes[i + 1].Since : null;
            var since = i == 0 ? LocalDate.MinIsoValue : abodes[i].Since;
            if (!abodes[i].Division.IsIn(city) && (next is null || next > since))
            {
                outside.Add(new Gap(since, next, GapReason.LeftCity));
            }
        }

        return outside;
    }

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;

    private static void Extend(List<Gap> laid, DateSpan run, GapReason why)
    {
        if (laid.Count > 0 && laid[^1] is var last && last.To == run.From && last.Why == why)
        {
            laid[^1] = last with { To = run.To };
        }
        else
        {
            laid.Add(new Gap(run.From, run.To, why));
        }
    }

    private static (LocalDate CountsFrom, LocalDate? MaturesOn)? CompleteInside(LocalDate countsFrom, LocalDate begins, LocalDate ends, Period required)
    {
        for (var day = begins.PlusDays(1); day < ends; day = day.PlusDays(1))
        {
            var shifted = countsFrom.PlusDays(Period.DaysBetween(begins, day));
            if (day >= shifted.Plus(required))
            {
                return (shifted, day);
            }
        }

        return null;
    }
}
