namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>One figure for each kind, as bars below each other, where the kinds have long names.</summary>
internal sealed class BarChart : Chart
{
    private const int Room = 28;
    private const int Thickness = 18;

    /// <summary>What each bar stands for.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <inheritdoc/>
    protected override int Left => 340;

    /// <inheritdoc/>
    protected override int Height => 188 + (Room * Kinds.Count);

    /// <inheritdoc/>
    protected override void Plot()
    {
        var scale = Scale.For(Series[0].Values.Max());
        foreach (var mark in scale.Marks)
        {
            var x = Left + ((Right - Left) * mark / scale.Most);
            Line(x, Top, x, Bottom, "#DDDDDD");
            Mark(x, Bottom + 24, scale.Text(mark), "middle");
        }

        for (var kind = 0; kind < Kinds.Count; kind++)
        {
            var y = Top + (Room * kind) + ((Room - Thickness) / 2);
            Rectangle(Left, y, (Right - Left) * Series[0].Values[kind] / scale.Most, Thickness, Colours[0]);
            Mark(Left - 8, y + Thickness - 3, Kinds[kind], "end");
        }

        Line(Left, Top, Left, Bottom);
    }
}
