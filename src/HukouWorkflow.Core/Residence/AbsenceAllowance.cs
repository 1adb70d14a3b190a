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
        var absent = new SortedSet<LocalDate>();
        foreach (var absence in stated)
        {
            for (var day = absence.From > start ? absence.From : start; day < (absence.To ?? horizon); day = day.PlusDays(1))
            {
                absent.Add(day);
            }
        }

        if (absent.Count <= allowance)
        {
            yield break;
        }

        var days = absent.ToArray();
        var oldest = 0;
        Gap? run = null;
        for (var i = 0; i < days.Length; i++)
        {
            var yearBefore = days[i].PlusYears(-1);
            while (days[oldest] <= yearBefore)
            {
                oldest++;
            }

            if (i - oldest + 1 <= allowance)
            {
                continue;
            }

            if (run is { } open && open.To == days[i])
            {
                run = open with { To = days[i].PlusDays(1) };
                continue;
            }

            if (run is { } ended)
            {
                yield return ended;
            }

            run = new Gap(days[i], days[i].PlusDays(1), GapReason.Absence);
        }

        if (run is { } last)
        {
            yield return goesOn && last.To == horizon ? last with { To = null } : last;
        }
    }
}
