namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>One figure for each kind, as bars below each other, where the kinds have long names.</summary>
internal sealed class BarChart : Chart
{
    private const int Thickness = 18;
    private const int Apart = 10;

    /// <summary>What each bar stands for.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <inheritdoc/>
    protected override int Left => 340;

    /// <inheritdoc/>
    protected override int Height => Top + 124 + (Room * Kinds.Count);

    private int Room => Apart + (Thickness * Series.Count);

    /// <inheritdoc/>
    protected override void Plot()
    {
        var scale = Scale.For(Series.SelectMany(series => series.Values).Max());
        foreach (var mark in scale.Marks)
        {
            var x = Left + ((Right - Left) * mark / scale.Most);
            Line(x, Top, x, Bottom, "#DDDDDD");
            Mark(x, Bottom + 24, scale.Text(mark), "middle");
        }

        for (var kind = 0; kind < Kinds.Count; kind++)
        {
            var y = Top + (Room * kind) + (Apart / 2);
            for (var i = 0; i < Series.Count; i++)
            {
                Rectangle(Left, y + (Thickness * i), (Right - Left) * Series[i].Values[kind] / scale.Most, Thickness, Colours[i]);
            }

            Mark(Left - 8, y + ((Thickness * (Series.Count + 1)) / 2) - 3, Kinds[kind], "end");
        }

        Line(Left, Top, Left, Bottom);
    }
}
