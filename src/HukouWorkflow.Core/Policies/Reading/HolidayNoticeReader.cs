using System.Globalization;
using HukouWorkflow.Core.Calendar;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads a file under <c>national/calendar/</c>: the holiday notice of the year it is named for.</summary>
internal static class HolidayNoticeReader
{
    public static HolidayNotice Read(string name, Fields fields)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            fields.Report(fields.At, "folder", $"'{name}' is no year. Name the file for the year of the notice: 2026.yaml.");
        }

        _ = fields.Citation();
        var holidays = fields.MapList("holidays").SelectMany(holiday => ReadHoliday(holiday, year));
        var notice = new HolidayNotice(year, [.. holidays], fields.DateList("workdays"));
        foreach (var day in notice.Workdays.Where(day => !IsOf(year, day) || day.DayOfWeek < IsoDayOfWeek.Saturday))
        {
            fields.Report("workdays", "date", $"{day:uuuu'-'MM'-'dd} is no weekend day of {name}. A make-up workday falls on a Saturday or Sunday of the notice's year.");
        }

        fields.End();
        return notice;
    }

    private static IEnumerable<LocalDate> ReadHoliday(Fields fields, int year)
    {
        _ = fields.Localized("name");
        var (first, last) = (fields.Date("first"), fields.Date("last"));
        fields.End();
        if (first > last || !IsOf(year, first) || !IsOf(year, last))
        {
            fields.Report(fields.At, "date", "The holiday runs backwards, or lies outside the notice's year. Write its first and last day.");
            return [];
        }

        return Enumerable.Range(0, 1 + Period.DaysBetween(first, last)).Select(first.PlusDays);
    }

    // New Year's holiday may begin in the last days of December.
    private static bool IsOf(int year, LocalDate day) => day.Year == year || (day.Year == year - 1 && day.Month == 12);
}
