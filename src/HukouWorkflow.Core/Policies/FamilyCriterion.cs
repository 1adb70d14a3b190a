using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A relative who is registered in the city.</summary>
/// <param name="Citation">What it rests on.</param>
/// <param name="Relations">What the relative may be to the applicant.</param>
/// <param name="Required">For how long, or nothing where being related suffices.</param>
internal sealed record FamilyCriterion(Citation Citation, IReadOnlyList<Relation> Relations, Period Required) : Criterion("family", Citation)
{
    public override Weighing Weigh(StatedCase stated) => stated.Facts.Relatives.Count == 0
        ? Weighing.Unknown
        : Weighing.From(First(stated.Facts)?.Since.Plus(Required), stated.Today);

    public override Finding Judge(StatedCase stated)
    {
        var figures = new List<Figure>(3);
        if (!Required.Equals(Period.Zero))
        {
            figures.Add(Figure.Period("required", Required));
        }

        if (First(stated.Facts) is { } relative)
        {
            figures.Add(Figure.Word("relation", Words<Relation>.WordFor(relative.Relation)));
            figures.Add(Figure.Date("since", relative.Since));
        }

        return Found(Weigh(stated), figures, stated.Facts.Relatives.Count == 0 ? [] : [stated.Evidence(Rule, Register.Population)]);
    }

    private LocalRelative? First(SettlementFacts facts)
    {
        LocalRelative? first = null;
        foreach (var relative in facts.Relatives)
        {
            if (Relations.Contains(relative.Relation) && !(first?.Since <= relative.Since))
            {
                first = relative;
            }
        }

        return first;
    }
}
