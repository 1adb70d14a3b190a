using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>
/// Time earned elsewhere that a city recognises. Residence counts only before it was taken up in the city, so that no day counts
/// twice; work and insurance are laid over what was earned here, and a day covered by both counts once.
/// </summary>
/// <param name="Places">The divisions whose time counts: cities, or whole provinces.</param>
/// <param name="Counts">What is recognised.</param>
/// <param name="AtMost">How far back from the day residence was taken up, or null for any time.</param>
public sealed record RecognisedTime(IReadOnlyList<DivisionCode> Places, IReadOnlyList<Accrual> Counts, Period? AtMost)
{
    /// <summary>Spells here with those recognised beside them; they may overlap.</summary>
    internal static IReadOnlyList<DateSpan> Beside(IReadOnlyList<DateSpan> here, IReadOnlyList<RecognisedTime> recognised, SettlementFacts facts, Accrual what) =>
        recognised.Count == 0 || facts.Elsewhere.Count == 0 ? here : [.. here, .. Of(recognised, facts, what)];

    /// <summary>The spells recognised; they may overlap.</summary>
    internal static IEnumerable<DateSpan> Of(IReadOnlyList<RecognisedTime> recognised, SettlementFacts facts, Accrual what)
    {
        foreach (var terms in recognised.Where(terms => terms.Counts.Contains(what)))
        {
            var earliest = terms.AtMost is { } most ? facts.ResidenceFrom.Minus(most) : LocalDate.MinIsoValue;
            foreach (var (place, earned, span) in facts.Elsewhere)
            {
                var from = LocalDate.Max(span.From, earliest);
                var to = what == Accrual.Residence && !(span.To <= facts.ResidenceFrom) ? facts.ResidenceFrom : span.To;
                if (earned == what && !(to <= from) && terms.Places.Any(place.IsIn))
                {
                    yield return new DateSpan(from, to);
                }
            }
        }
    }

    /// <summary>How many days spells cover together.</summary>
    internal static int Days(IEnumerable<DateSpan> spells)
    {
        var days = 0;
        var coveredTo = LocalDate.MinIsoValue;
        foreach (var spell in spells.OrderBy(spell => spell.From))
        {
            var from = LocalDate.Max(spell.From, coveredTo);
            if (spell.To is { } to && to > from)
            {
                days += Period.DaysBetween(from, to);
                coveredTo = to;
            }
        }

        return days;
    }
}
