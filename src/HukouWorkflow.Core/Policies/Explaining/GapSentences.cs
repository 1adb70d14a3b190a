using System.Globalization;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Says which days do not count, and why: the first few, and how many more there are.</summary>
internal static class GapSentences
{
    private const int Most = 3;

    /// <summary>The clauses to put after what was counted, each with its separator before it; empty where every day counts.</summary>
    /// <param name="texts">The language's sentences.</param>
    /// <param name="gaps">The gaps, in order.</param>
    public static string Of(PackTexts texts, IReadOnlyList<Gap> gaps)
    {
        var clauses = new List<string>();
        // What stands still today is what a person can still change: it is told in any case.
        var open = gaps.Count > Most && gaps[^1].To is null ? 1 : 0;
        var told = gaps.Count > Most ? Most - open : gaps.Count;
        for (var i = 0; i < told; i++)
        {
            clauses.Add(Clause(texts, gaps, i));
        }

        var summed = gaps.Skip(told).Take(gaps.Count - told - open).ToList();
        if (summed.Count > 0)
        {
            clauses.Add(texts.Say("gap.more", ("count", summed.Count), ("days", summed.Sum(Length))));
        }

        if (open > 0)
        {
            clauses.Add(Clause(texts, gaps, gaps.Count - 1));
        }

        return string.Concat(clauses.Select(clause => texts.Grammar.BetweenClauses + clause));
    }

    private static string Clause(PackTexts texts, IReadOnlyList<Gap> gaps, int at)
    {
        var gap = gaps[at];
        var why = Words<GapReason>.WordFor(gap.Why);
        if (gap.To is not { } to)
        {
            return texts.Say("open." + why, ("since", texts.Grammar.Date(gap.From)));
        }

        var year = gap.From.Year;
        var key = gap.Why == GapReason.LateEndorsement && IsCut(gaps, at) ? "gap.notEndorsed" : "gap." + why;
        return texts.Say(
            key,
            ("days", Length(gap)),
            ("span", texts.Grammar.Days(gap.From, to.PlusDays(-1))),
            ("year", year.ToString(CultureInfo.InvariantCulture)),
            ("endorsed", texts.Grammar.DateIn(year, to)));
    }

    // A lapse that another reason interrupts neither begins on the anniversary nor ends with the endorsement.
    private static bool IsCut(IReadOnlyList<Gap> gaps, int at) =>
        (at > 0 && gaps[at - 1].To == gaps[at].From && gaps[at - 1].Why != GapReason.Restart)
        || (at + 1 < gaps.Count && gaps[at + 1].From == gaps[at].To);

    private static int Length(Gap gap) => gap.To is { } to ? Period.DaysBetween(gap.From, to) : 0;
}
