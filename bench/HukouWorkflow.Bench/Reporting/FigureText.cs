using System.Globalization;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>Figures as people read them: whole from a hundred on, three digits below.</summary>
internal static class FigureText
{
    /// <summary>The columns that figures are shown in. The ratio goes first: a rate means little without what it is held against.</summary>
    public static IReadOnlyList<(string Title, bool IsNumber, Func<Figure, string> Text)> Columns(Report report) => report.Figures.Any(figure => figure.Against is not null)
        ? [("ratio", true, Ratio), ("figure", true, Value), ("spread", true, Spread), ("held against", false, Yardstick), ("made of", false, figure => figure.Detail)]
        : [("figure", true, Value), ("spread", true, Spread), ("made of", false, figure => figure.Detail)];

    /// <summary>The figure with its unit.</summary>
    public static string Value(Figure figure) => WithUnit(figure.Value, figure.Unit);

    /// <summary>How often the figure holds its yardstick, or nothing where it has none.</summary>
    public static string Ratio(Figure figure) => figure.Against is { } yardstick ? $"{Number(yardstick.Ratio)}x" : "";

    /// <summary>What the figure is held against, or nothing.</summary>
    public static string Yardstick(Figure figure) => figure.Against is { } yardstick ? $"{yardstick.Of}: {WithUnit(yardstick.Value, figure.Unit)}" : "";

    /// <summary>The lowest and the highest, or nothing where it is a count.</summary>
    public static string Spread(Figure figure) => figure is { Low: { } low, High: { } high } && low < high ? $"{Number(low)} – {Number(high)}" : "";

    /// <summary>A number.</summary>
    public static string Number(double value) => value == Math.Truncate(value) || Math.Abs(value) >= 100
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string WithUnit(double value, string unit) => (unit is "x" ? $"{Number(value)}x" : $"{Number(value)} {unit}").TrimEnd();
}
