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
        foreach (var dwelling in stated.Facts.Dwellings)
        {
            if (dwelling.Since <= stated.Today)
            {
                isStated = true;
                since = Kinds.Contains(dwelling.Dwelling) ? since ?? dwelling.Since : null;
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
