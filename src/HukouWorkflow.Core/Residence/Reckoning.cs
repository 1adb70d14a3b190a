using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>The arithmetic that all clocks share: laying gaps over one another, and finding the day a time is complete.</summary>
internal static class Reckoning
{
    // The same years and months are some days longer from one day than from another (leap days, lengths of months), always
    // less than a month. So only a gap that begins this close to maturity can have the time complete inside it.
    private const int MostDaysBetweenLengths = 31;

    /// <summary>
    /// Where several gaps cover a day, the one listed first wins; neighbours with one reason become one gap. A gap that has
    /// not begun by today is left out: what is to come is taken to go well.
    /// </summary>
    /// <param name="reasons">Gaps in order of precedence; they may overlap.</param>
    /// <param name="from">Days before this one are left out.</param>
    /// <param name="today">The day of the reading.</param>
    public static List<Gap> Lay(List<Gap> reasons, LocalDate from, LocalDate today)
    {
        var laid = new List<Gap>(reasons.Count);
        if (reasons.Count == 0)
        {
            return laid;
        }

        if (AreApart(reasons))
        {
            foreach (var gap in reasons)
            {
                var begins = Later(gap.From, from);
                if (begins <= today && !(gap.To <= begins))
                {
                    Extend(laid, new DateSpan(begins, gap.To), gap.Why);
                }
            }

            return laid;
        }

        var edges = new List<LocalDate>(2 * reasons.Count);
        foreach (var gap in reasons)
        {
            if (HasBegun(gap))
            {
                edges.Add(Later(gap.From, from));
                if (gap.To is { } to)
                {
                    edges.Add(Later(to, from));
                }
            }
        }

        edges.Sort();
        for (var i = 0; i < edges.Count; i++)
        {
            if (i + 1 < edges.Count && edges[i + 1] == edges[i])
            {
                continue;
            }

            foreach (var gap in reasons)
            {
                if (HasBegun(gap) && new DateSpan(gap.From, gap.To).Contains(edges[i]))
                {
                    Extend(laid, new DateSpan(edges[i], i + 1 < edges.Count ? edges[i + 1] : null), gap.Why);
                    break;
                }
            }
        }

        return laid;

        bool HasBegun(Gap gap) => Later(gap.From, from) <= today;
    }

    /// <summary>From when the time is reckoned once every gap is in, and the day it is complete; null where it will not be as things stand.</summary>
    /// <param name="anchor">The day the count begins.</param>
    /// <param name="gaps">In order, without overlap.</param>
    /// <param name="required">The time asked for.</param>
    public static (LocalDate CountsFrom, LocalDate MaturesOn)? Reckon(LocalDate anchor, List<Gap> gaps, Period required)
    {
        var countsFrom = anchor;
        var complete = countsFrom.Plus(required);
        foreach (var gap in gaps)
        {
            if (gap.To is { } end && end <= anchor)
            {
                continue;
            }

            var begins = Later(gap.From, anchor);
            if (begins >= complete)
            {
                break;
            }

            if (gap.To is not { } ends)
            {
                return null;
            }

            if (Period.DaysBetween(begins, complete) <= MostDaysBetweenLengths && CompleteInside(countsFrom, begins, ends, required) is { } inside)
            {
                return inside;
            }

            countsFrom = countsFrom.PlusDays(Period.DaysBetween(begins, ends));
            complete = countsFrom.Plus(required);
        }

        return (countsFrom, complete);
    }

    /// <summary>A reading of a clock that has nothing to endorse.</summary>
    /// <param name="anchor">The day the count begins.</param>
    /// <param name="gaps">In order, without overlap.</param>
    /// <param name="complete">The completion where it is settled already; null to reckon it.</param>
    /// <param name="required">The time asked for.</param>
    /// <param name="today">The day of the reading.</param>
    public static ClockReading Read(
        LocalDate anchor,
        List<Gap> gaps,
        (LocalDate CountsFrom, LocalDate MaturesOn)? complete,
        Period required,
        LocalDate today)
    {
        complete ??= Reckon(anchor, gaps, required);
        return new ClockReading(
            required,
            today,
            CreditedDays(anchor, today, gaps),
            complete?.CountsFrom,
            complete?.MaturesOn,
            gaps,
            complete?.MaturesOn <= today ? null : At(today, gaps),
            null,
            null);
    }

    /// <summary>The days from one day up to and not including another that lie in no gap.</summary>
    public static int CreditedDays(LocalDate from, LocalDate to, List<Gap> gaps)
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

    /// <summary>The days lived outside the city; several places outside in a row are one stretch.</summary>
    /// <param name="abodes">In order.</param>
    /// <param name="city">The city.</param>
    /// <param name="firstSince">Since when the first abode holds.</param>
    public static List<Gap> OutsideCity(IReadOnlyList<Abode> abodes, DivisionCode city, LocalDate firstSince)
    {
        var gaps = new List<Gap>();
        LocalDate? outsideSince = null;
        for (var i = 0; i < abodes.Count; i++)
        {
            var since = i == 0 ? firstSince : abodes[i].Since;
            if (i + 1 < abodes.Count && abodes[i + 1].Since <= since)
            {
                continue;
            }

            if (!abodes[i].Division.IsIn(city))
            {
                outsideSince ??= since;
            }
            else if (outsideSince is { } left)
            {
                gaps.Add(new Gap(left, since, GapReason.LeftCity));
                outsideSince = null;
            }
        }

        if (outsideSince is { } stillOutside)
        {
            gaps.Add(new Gap(stillOutside, null, GapReason.LeftCity));
        }

        return gaps;
    }

    // In order and without overlap, as most people's are: then nothing lies over anything.
    private static bool AreApart(List<Gap> reasons)
    {
        for (var i = 1; i < reasons.Count; i++)
        {
            if (!(reasons[i - 1].To <= reasons[i].From))
            {
                return false;
            }
        }

        return true;
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

    private static (LocalDate CountsFrom, LocalDate MaturesOn)? CompleteInside(LocalDate countsFrom, LocalDate begins, LocalDate ends, Period required)
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
