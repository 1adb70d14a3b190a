using System.Globalization;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>Figures as people read them: whole from a hundred on, three digits below.</summary>
internal static class FigureText
{
    /// <summary>The figure with its unit.</summary>
    public static string Value(Figure figure) => figure.Unit is "x" ? $"{Number(figure.Value)}x" : $"{Number(figure.Value)} {figure.Unit}";

    /// <summary>The lowest and the highest, or nothing where it is a count.</summary>
    public static string Spread(Figure figure) => figure is { Low: { } low, High: { } high } ? $"{Number(low)} – {Number(high)}" : "";

    /// <summary>A number.</summary>
    public static string Number(double value) => value == Math.Truncate(value) || Math.Abs(value) >= 100
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);
}
