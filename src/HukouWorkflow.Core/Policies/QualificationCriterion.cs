using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Policies;

/// <summary>A degree, title or grade of some kinds. No register is asked about it: an officer looks at the document.</summary>
internal sealed record QualificationCriterion(Citation Citation, IReadOnlyList<QualificationKind> Kinds) : Criterion("qualification", Citation)
{
    public override Weighing Weigh(StatedCase stated) => stated.Facts.Qualifications.Count == 0
        ? Weighing.Unknown
        : Weighing.From(First(stated.Facts)?.Since, stated.Today);

    public override Finding Judge(StatedCase stated) => Found(
        Weigh(stated),
        First(stated.Facts) is { } held ? [Figure.Word("held", Words<QualificationKind>.WordFor(held.Kind)), Figure.Date("since", held.Since)] : [],
        stated.Facts.Qualifications.Count == 0 ? [] : [stated.Evidence(Rule, register: null)]);

    private Qualification? First(SettlementFacts facts)
    {
        Qualification? first = null;
        foreach (var held in facts.Qualifications)
        {
            if (Kinds.Contains(held.Kind) && !(first?.Since <= held.Since))
            {
                first = held;
            }
        }

        return first;
    }
}
