using HukouWorkflow.Local.Simulation.Charts;

namespace HukouWorkflow.Bench.Growing;

/// <summary>A figure by size: each size is ten times the one before it, and as far from it.</summary>
internal sealed class GrowthChart : Chart
{
    private const double HalfDot = 4;

    /// <summary>The sizes, in order.</summary>
    public required IReadOnlyList<string> Sizes { get; init; }

    /// <summary>Draws what was measured at several sizes.</summary>
    public static GrowthChart Of(IReadOnlyList<SizedRuns> sizes) => new()
    {
        Title = sizes[0].What,
        Source = [sizes[0].Detail.Length < 100 ? sizes[0].Detail : "", "The middle of several runs on one machine; growth.md tells the spread and the settings."],
        HorizontalLabel = "open cases in the folder",
        VerticalLabel = sizes[0].Unit,
        Series = [new Series(sizes[0].What, [.. sizes.Select(size => size.Median)])],
        Sizes = [.. sizes.Select(size => size.Cases.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture))],
    };

    /// <inheritdoc/>
    protected override void Plot()
    {
        var values = Series[0].Values;
        var scale = Scale.For(values.Max());
        VerticalAxis(scale);
        List<(double X, double Y)> points = [.. values.Select((value, at) => (Left + ((Right - Left) * (at + 0.5) / values.Count), Bottom - ((Bottom - Top) * value / scale.Most)))];
        Curve(points, Colours[0], isDashed: false);
        foreach (var ((x, y), size) in points.Zip(Sizes))
        {
            Rectangle(x - HalfDot, y - HalfDot, 2 * HalfDot, 2 * HalfDot, Colours[0]);
            Line(x, Bottom, x, Bottom + 6);
            Mark(x, Bottom + 24, size, "middle");
        }

        Line(Left, Bottom, Right, Bottom);
    }
}
