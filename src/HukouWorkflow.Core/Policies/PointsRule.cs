namespace HukouWorkflow.Core.Policies;

/// <summary>An entry of a points table with every value resolved.</summary>
/// <param name="id">Its name in the table.</param>
/// <param name="citation">What it rests on.</param>
/// <param name="atMost">The most it gives, or null where there is no limit.</param>
internal abstract class PointsRule(string id, Citation citation, decimal? atMost)
{
    /// <summary>The most it can give, or null where there is no limit.</summary>
    public virtual decimal? Most => atMost;

    /// <summary>What it gives over time, in order of day; before the first step nothing. Ask <see cref="StatedCase.Steps"/>, which remembers.</summary>
    public abstract IReadOnlyList<PointsStep> Steps(StatedCase stated);

    public Finding Show(StatedCase stated)
    {
        var points = PointsTable.On(stated.Steps(this), stated.Today);
        var figures = new List<Figure> { Figure.Points("points", points) };
        if (atMost is { } most)
        {
            figures.Add(Figure.Points("atMost", most));
        }

        return new Finding("points:" + id, points > 0 ? Verdict.Met : Verdict.NotMet, null, figures, [], citation, [], []);
    }

    protected decimal Limited(decimal points) => atMost is { } most && points > most ? most : points;
}
