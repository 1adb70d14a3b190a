namespace HukouWorkflow.Core.Policies;

/// <summary>A number of points by the city's table.</summary>
internal sealed record PointsCriterion(Citation Citation, decimal Minimum, PointsTable Table) : Criterion("points", Citation)
{
    public override Weighing Weigh(StatedCase stated) => Table.Reached(stated, Minimum);

    public override Finding Judge(StatedCase stated) => Found(
        Weigh(stated),
        [Figure.Points("required", Minimum), Figure.Points("total", Table.Total(stated))],
        [],
        Table.Show(stated));
}
