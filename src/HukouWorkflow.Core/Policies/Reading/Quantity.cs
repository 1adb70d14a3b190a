using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>How a value is written in each unit.</summary>
internal static class Quantity
{
    // No age is higher; more would overrun the calendar when added to a year.
    private const int MostYears = 150;

    /// <summary>The value in its invariant form, or null with the broken rule and the remedy where it is none.</summary>
    public static string? Normalize(ParameterUnit unit, string text, out string rule, out string remedy)
    {
        (rule, remedy) = unit switch
        {
            ParameterUnit.Period => ("period", "Write years, months or days as ISO 8601 has it, longer than nothing: P5Y."),
            ParameterUnit.Cny => ("amount", "Write yuan as digits, with at most two decimals: 100000."),
            ParameterUnit.Points => ("points", "Write digits, with at most two decimals: 10.5."),
            ParameterUnit.Years => ("number", "Write a whole number of years, 0 to 150."),
            ParameterUnit.Days or ParameterUnit.Count => ("number", "Write a whole number, 0 or more."),
            _ => ("word", "Write one word."),
        };
        return unit switch
        {
            ParameterUnit.Period => TryPeriod(text) is { } period ? PeriodPattern.Roundtrip.Format(period) : null,
            ParameterUnit.Cny or ParameterUnit.Points => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan.Scale <= 2
                ? yuan.ToString("0.##", CultureInfo.InvariantCulture)
                : null,
            ParameterUnit.Years => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= MostYears
                ? years.ToString(CultureInfo.InvariantCulture)
                : null,
            ParameterUnit.Days or ParameterUnit.Count => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
            _ => text.All(char.IsAsciiLetter) ? text : null,
        };
    }

    /// <summary>A length of calendar time longer than nothing, or null where the text is none.</summary>
    public static Period? TryPeriod(string text)
    {
        var parsed = PeriodPattern.Roundtrip.Parse(text);
        return parsed is { Success: true, Value: { HasTimeComponent: false, Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0 } period }
            && !period.Equals(Period.Zero)
            && IsWithinCalendar(period)
            ? period
            : null;
    }

    // Longer would overrun the calendar when added to a day, and is a slip of the pen anyway.
    private static bool IsWithinCalendar(Period period) =>
        period.Years <= 100 && period.Months <= 1200 && period.Weeks <= 5200 && period.Days <= 36500;
}
