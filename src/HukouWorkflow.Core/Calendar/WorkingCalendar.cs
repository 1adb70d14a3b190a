using System.Collections.Frozen;
using NodaTime;

namespace HukouWorkflow.Core.Calendar;

/// <summary>
/// The country's working days: Monday to Friday, less the holidays and plus the make-up workdays of the State Council's
/// yearly notices. A year without a notice has its weekends only.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenSet<int> _years;
    private readonly FrozenSet<LocalDate> _holidays;
    private readonly FrozenSet<LocalDate> _makeUpDays;

    internal WorkingCalendar(IReadOnlyCollection<HolidayNotice> notices)
    {
        _years = notices.Select(notice => notice.Year).ToFrozenSet();
        _holidays = notices.SelectMany(notice => notice.Holidays).ToFrozenSet();
        _makeUpDays = notices.SelectMany(notice => notice.Workdays).ToFrozenSet();
    }

    /// <summary>Whether the holiday notice of a year is known.</summary>
    public bool HasNotice(int year) => _years.Contains(year);

    /// <summary>Whether a day is a working day.</summary>
    public bool IsWorkingDay(LocalDate day) =>
        !_holidays.Contains(day) && (_makeUpDays.Contains(day) || day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));

    /// <summary>The last day of a time limit in working days, the day it starts from not counted (as limits run in Chinese law).</summary>
    /// <param name="from">The day the limit starts from.</param>
    /// <param name="workingDays">How many working days; 0 gives the day itself, working or not.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public WorkingDate AddWorkingDays(LocalDate from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = from;
        var known = HasNotice(day.Year);
        while (workingDays > 0)
        {
            day = day.PlusDays(1);
            known &= HasNotice(day.Year);
            workingDays -= IsWorkingDay(day) ? 1 : 0;
        }

        return new WorkingDate(day, known);
    }
}
