using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies.Explaining;

internal sealed class EnglishGrammar : Grammar
{
    public static readonly EnglishGrammar Instance = new();

    private static readonly LocalDatePattern Whole = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    public override string BetweenSentences => " ";

    public override string BetweenClauses => "; ";

    public override string BetweenNames => ", ";

    public override string Date(LocalDate day) => Whole.Format(day);

    public override string DateIn(int year, LocalDate day) => (day.Year == year ? DayAndMonth : Whole).Format(day);

    public override string Days(LocalDate first, LocalDate last) => first == last
        ? $"on {Date(first)}"
        : $"from {DateIn(last.Year, first)} to {Date(last)}";

    public override string Asked(Period period) => Passed(period);

    public override string Passed(Period period)
    {
        var parts = new List<string>(3);
        Add(parts, period.Years, "year");
        Add(parts, period.Months, "month");
        Add(parts, (period.Weeks * 7) + period.Days, "day");
        return parts.Count == 0 ? "0 days" : string.Join(' ', parts);
    }

    public override string Money(decimal yuan) => $"{Number(yuan)} yuan";

    public override string And(IReadOnlyList<string> parts) => Join(parts, ", ", " and ");

    public override string Or(IReadOnlyList<string> parts) => Join(parts, ", ", " or ");

    private static void Add(List<string> parts, int number, string unit)
    {
        if (number != 0)
        {
            parts.Add(number == 1 ? $"1 {unit}" : $"{Number(number)} {unit}s");
        }
    }
}
