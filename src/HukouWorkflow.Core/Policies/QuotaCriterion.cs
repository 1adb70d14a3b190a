namespace HukouWorkflow.Core.Policies;

/// <summary>A place within the annual quota. Who has none this year stays on, with every point, for the next.</summary>
/// <param name="Citation">What it rests on.</param>
/// <param name="Places">The places a year, or null where the number is not known: then a person decides.</param>
internal sealed record QuotaCriterion(Citation Citation, int? Places) : Criterion("annualQuota", Citation)
{
    public override Weighing Weigh(StatedCase stated) => Weighing.From(stated.Facts.Place?.On, stated.Today);

    public override Finding Judge(StatedCase stated)
    {
        var figures = new List<Figure>(4);
        if (Places is { } many)
        {
            figures.Add(Figure.Count("places", many));
        }

        if (stated.Facts.Place is { } place)
        {
            figures.AddRange([Figure.Year("year", place.Year), Figure.Count("rank", place.Rank), Figure.Points("points", place.Points)]);
        }

        return Found(Weigh(stated), figures, []);
    }
}
