using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>Finds the days of absence beyond what a pack allows in any rolling twelve months.</summary>
internal static class AbsenceAllowance
{
    /// <summary>The absent days on which more than the allowance had been spent away in the twelve months up to and including them.</summary>
    /// <param name="absences">Absences that stand; they may overlap.</param>
    /// <param name="start">Days before this one are not looked at.</param>
    /// <param name="allowance">Days allowed.</param>
    /// <param name="today">The day of the reading: an absence without end is followed up to it.</param>
    public static IEnumerable<Gap> Exceeded(IReadOnlyList<DateSpan> absences, LocalDate start, int allowance, LocalDate today)
    {
        var horizon = today;
        for (var i = 0; i < absences.Count; i++)
        {
            horizon = LocalDate.Max(horizon, absences[i].To ?? absences[i].From);
        }

        horizon = horizon.PlusDays(1);
        return CouldExceed(absences, allowance, horizon) ? FollowDays(absences, start, allowance, horizon) : [];
    }

    private static IEnumerable<Gap> FollowDays(IReadOnlyList<DateSpan> absences, LocalDate start, int allowance, LocalDate horizon)
    {
        var goesOn = absences.Any(absence => absence.To is null);
        var absent = new List<LocalDate>();
        foreach (var absence in absences.OrderBy(absence => absence.From))
        {
            // Where an earlier absence reaches into this one, its days are there already.
            var first = absence.From > start ? absence.From : start;
            for (var day = absent.Count > 0 && absent[^1] >= first ? absent[^1].PlusDays(1) : first; day < (absence.To ?? horizon); day = day.PlusDays(1))
            {
                absent.Add(day);
            }
        }

        var oldest = 0;
        Gap? run = null;
        for (var i = 0; i < absent.Count; i++)
        {
            var yearBefore = absent[i].PlusYears(-1);
            while (absent[oldest] <= yearBefore)
            {
                oldest++;
            }

            if (i - oldest + 1 <= allowance)
            {
                continue;
            }

            if (run is { } open && open.To == absent[i])
            {
                run = open with { To = absent[i].PlusDays(1) };
                continue;
            }

            if (run is { } ended)
            {
                yield return ended;
            }

            run = new Gap(absent[i], absent[i].PlusDays(1), GapReason.Absence);
        }

        if (run is { } last)
        {
            yield return goesOn && last.To == horizon ? last with { To = null } : last;
        }
    }

    /// <summary>
    /// Whether absences lie so close together that the allowance may be exceeded at all. Most people's never do, and need not be
    /// followed day by day. It counts whole absences and overlaps twice, so it may say yes too often, and never no.
    /// </summary>
    private static bool CouldExceed(IReadOnlyList<DateSpan> absences, int allowance, LocalDate horizon)
    {
        if (DaysBetween(absences, LocalDate.MinIsoValue, LocalDate.MaxIsoValue, horizon) <= allowance)
        {
            return false;
        }

        for (var i = 0; i < absences.Count; i++)
        {
            if (DaysBetween(absences, absences[i].From.PlusYears(-1), absences[i].To ?? horizon, horizon) > allowance)
            {
                return true;
            }
        }

        return false;
    }

    // The days of all absences that reach into a stretch of time, each counted whole.
    private static int DaysBetween(IReadOnlyList<DateSpan> absences, LocalDate from, LocalDate to, LocalDate horizon)
    {
        var days = 0;
        for (var i = 0; i < absences.Count; i++)
        {
            var (begins, ends) = (absences[i].From, absences[i].To ?? horizon);
            days += begins < to && ends > from ? Math.Max(0, Period.DaysBetween(begins, ends)) : 0;
        }

        return days;
    }
}
