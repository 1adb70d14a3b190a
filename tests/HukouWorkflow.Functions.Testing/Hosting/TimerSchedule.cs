using System.Globalization;

namespace HukouWorkflow.Functions.Testing.Hosting;

/// <summary>When a timer trigger runs: an NCRONTAB expression of which seconds are 0 and days are any. Minutes and hours are a number, <c>*</c> or <c>*/n</c>. UTC.</summary>
internal sealed class TimerSchedule
{
    private readonly string _minute;
    private readonly string _hour;

    public TimerSchedule(string expression)
    {
        if (expression.Split(' ') is not ["0", var minute, var hour, "*", "*", "*"])
        {
            throw new NotSupportedException($"The test host cannot read the schedule '{expression}'.");
        }

        (_minute, _hour) = (minute, hour);
    }

    /// <summary>Whether it runs in a minute.</summary>
    public bool IsAt(DateTimeOffset minute) => Matches(_minute, minute.UtcDateTime.Minute) && Matches(_hour, minute.UtcDateTime.Hour);

    private static bool Matches(string field, int value) =>
        field is "*"
        || (field.StartsWith("*/", StringComparison.Ordinal) ? value % Number(field[2..]) == 0 : value == Number(field));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
