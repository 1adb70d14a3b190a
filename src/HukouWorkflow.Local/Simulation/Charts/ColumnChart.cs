namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>Figures by kind, as columns side by side.</summary>
internal sealed class ColumnChart : Chart
{
    // Of a kind's room, what its columns fill; the rest keeps it apart from the next.
    private const double Filled = 0.7;

    /// <summary>What each column stands over.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <inheritdoc/>
    protected override void Plot()
    {
        var scale = Scale.For(Series.SelectMany(series => series.Values).Max());
        VerticalAxis(scale);
        var room = (double)(Right - Left) / Kinds.Count;
        var width = room * Filled / Series.Count;
        for (var kind = 0; kind < Kinds.Count; kind++)
        {
            var left = Left + (room * (kind + ((1 - Filled) / 2)));
            for (var i = 0; i < Series.Count; i++)
            {
                var height = (Bottom - Top) * Series[i].Values[kind] / scale.Most;
                Rectangle(left + (i * width), Bottom - height, width, height, Colours[i]);
            }

            Mark(Left + (room * (kind + 0.5)), Bottom + 24, Kinds[kind], "middle");
        }

        Line(Left, Bottom, Right, Bottom);
    }
}
