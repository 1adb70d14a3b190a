using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A dwelling of one of some kinds today; met since the day from which every dwelling stated was of them.</summary>
internal sealed record DwellingCriterion(Citation Citation, IReadOnlyList<Dwelling> Kinds) : Criterion("dwelling", Citation)
{
    public override Weighing Weigh(StatedCase stated)
    {
        LocalDate? since = null;
        var isStated = false;
        var dwellings = stated.Facts.Dwellings;
        for (var i = 0; i < dwellings.Count; i++)
        {
            if (dwellings[i].Since <= stated.Today)
            {
                isStated = true;
                since = Kinds.Contains(dwellings[i].Dwelling) ? since ?? dwellings[i].Since : null;
            }
        }

        return isStated ? Weighing.From(since, stated.Today) : Weighing.Unknown;
    }

    public override Finding Judge(StatedCase stated)
    {
        var weighing = Weigh(stated);
        return Found(
            weighing,
            weighing.MetOn is { } day ? [Figure.Date("since", day)] : [],
            weighing.Verdict == Verdict.Unknown ? [] : [stated.Evidence(Rule, Register.Housing)]);
    }
}
