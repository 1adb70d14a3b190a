namespace HukouWorkflow.Core.Policies;

/// <summary>A number of points by the city's table.</summary>
internal sealed class PointsCriterion(Citation citation, decimal minimum, PointsTable table) : Criterion("points", citation)
{
    public override Weighing Weigh(StatedCase stated) => table.Reached(stated, minimum);

    public override Finding Judge(StatedCase stated) => Found(
        Weigh(stated),
        [Figure.Points("required", minimum), Figure.Points("total", table.Total(stated))],
        [],
        table.Show(stated));
}
