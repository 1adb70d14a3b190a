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
    public static IEnumerable<Gap> Exceeded(IEnumerable<DateSpan> absences, LocalDate start, int allowance, LocalDate today)
    {
        var stated = absences.ToList();
        var horizon = stated.Select(absence => absence.To ?? absence.From).Append(today).Max().PlusDays(1);
        var goesOn = stated.Exists(absence => absence.To is null);
        if (!CouldExceed(stated, allowance, horizon))
        {
            yield break;
        }

        var absent = new List<LocalDate>();
        foreach (var absence in stated.OrderBy(absence => absence.From))
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
    private static bool CouldExceed(List<DateSpan> stated, int allowance, LocalDate horizon)
    {
        foreach (var one in stated)
        {
            var (end, yearBefore) = (one.To ?? horizon, one.From.PlusYears(-1));
            var most = 0;
            foreach (var other in stated)
            {
                if (other.From < end && (other.To ?? horizon) > yearBefore)
                {
                    most += Math.Max(0, Period.DaysBetween(other.From, other.To ?? horizon));
                }
            }

            if (most > allowance)
            {
                return true;
            }
        }

        return false;
    }
}
