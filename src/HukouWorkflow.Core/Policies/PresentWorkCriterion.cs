using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// Work of some kinds that goes on today, however short it has been: a contract agreed for long enough, or an enterprise the
/// person invested in.
/// </summary>
/// <param name="rule">The rule: work, or investment.</param>
/// <param name="citation">What it rests on.</param>
/// <param name="term">The least length the contract must have been agreed for, or null where any work suffices.</param>
/// <param name="which">The work that counts.</param>
internal sealed class PresentWorkCriterion(string rule, Citation citation, Period? term, CountedWork which) : Criterion(rule, citation)
{
    public override Weighing Weigh(StatedCase stated)
    {
        if (stated.Facts.Employment.Count == 0)
        {
            return Weighing.Unknown;
        }

        LocalDate? since = null;
        foreach (var spell in which.Spells(stated.Facts))
        {
            var goesOn = spell.Span.To is not { } end || end > stated.Today;
            var isLong = term is null || (spell.Contract is { } agreed && spell.Span.From + agreed >= spell.Span.From + term);
            if (goesOn && isLong && !(since <= spell.Span.From))
            {
                since = spell.Span.From;
            }
        }

        return Weighing.From(since, stated.Today);
    }

    public override Finding Judge(StatedCase stated)
    {
        var weighing = Weigh(stated);
        var figures = new List<Figure>(2);
        if (term is not null)
        {
            figures.Add(Figure.Period("contract", term));
        }

        if (weighing.MetOn is { } since)
        {
            figures.Add(Figure.Date("since", since));
        }

        return Found(weighing, figures, weighing.Verdict == Verdict.Unknown ? [] : [stated.Evidence(Rule, Register.Employment)]);
    }
}
