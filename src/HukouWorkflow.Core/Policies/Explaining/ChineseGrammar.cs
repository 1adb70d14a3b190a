using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies.Explaining;

internal sealed class ChineseGrammar : Grammar
{
    public static readonly ChineseGrammar Instance = new();

    // Official texts write the times that rules ask for in characters (满五年), and what is counted in digits.
    private static readonly string[] Numerals = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    private static readonly LocalDatePattern Whole = LocalDatePattern.CreateWithInvariantCulture("uuuu'年'M'月'd'日'");
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.CreateWithInvariantCulture("M'月'd'日'");

    public override string BetweenSentences => "";

    public override string BetweenClauses => "；";

    public override string BetweenNames => "，";

    public override string Date(LocalDate day) => Whole.Format(day);

    public override string DateIn(int year, LocalDate day) => (day.Year == year ? DayAndMonth : Whole).Format(day);

    public override string Days(LocalDate first, LocalDate last) => first == last
        ? Date(first)
        : $"{Date(first)}至{DateIn(first.Year, last)}";

    public override string Asked(Period period) => Write(period, number => number < Numerals.Length ? Numerals[number] : Number(number));

    public override string Passed(Period period) => Write(period, number => Number(number));

    public override string Money(decimal yuan) => $"{Number(yuan)}元";

    public override string And(IReadOnlyList<string> parts) => Join(parts, "、", "和");

    public override string Or(IReadOnlyList<string> parts) => Join(parts, "、", "或");

    private static string Write(Period period, Func<int, string> write)
    {
        var days = (period.Weeks * 7) + period.Days;
        var text = (period.Years == 0 ? "" : write(period.Years) + "年")
            + (period.Months == 0 ? "" : write(period.Months) + "个月")
            + (days == 0 ? "" : write(days) + "天");
        return text.Length == 0 ? "0天" : text;
    }
}
