using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// Work of some kinds that goes on today, however short it has been: a contract agreed for long enough, or an enterprise the
/// person invested in.
/// </summary>
/// <param name="Rule">The rule: work, or investment.</param>
/// <param name="Citation">What it rests on.</param>
/// <param name="Term">The least length the contract must have been agreed for, or null where any work suffices.</param>
/// <param name="Which">The work that counts.</param>
internal sealed record PresentWorkCriterion(string Rule, Citation Citation, Period? Term, CountedWork Which) : Criterion(Rule, Citation)
{
    public override Weighing Weigh(StatedCase stated)
    {
        if (stated.Facts.Employment.Count == 0)
        {
            return Weighing.Unknown;
        }

        LocalDate? since = null;
        foreach (var spell in stated.Facts.StandingEmployment)
        {
            var goesOn = spell.Span.To is not { } end || end > stated.Today;
            var isLong = Term is null || (spell.Contract is { } agreed && spell.Span.From + agreed >= spell.Span.From + Term);
            if (goesOn && isLong && Which.Counts(spell) && !(since <= spell.Span.From))
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
        if (Term is not null)
        {
            figures.Add(Figure.Period("contract", Term));
        }

        if (weighing.MetOn is { } since)
        {
            figures.Add(Figure.Date("since", since));
        }

        return Found(weighing, figures, weighing.Verdict == Verdict.Unknown ? [] : [stated.Evidence(Rule, Register.Employment)]);
    }
}
