using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>Counts residence in a city towards settlement. <c>docs/residence-clock.md</c> says exactly how.</summary>
public static class ResidenceClock
{
    /// <summary>Reads the clock on a day.</summary>
    /// <param name="facts">What was stated.</param>
    /// <param name="terms">The terms of the pack's version.</param>
    /// <param name="today">The day of the reading, in China.</param>
    public static ClockReading Read(SettlementFacts facts, ResidenceTerms terms, LocalDate today)
    {
        var start = facts.ResidenceFrom;
        var permit = facts.Basis == ResidenceBasis.Permit && terms.LateEndorsement is { } late
            ? PermitHistory.Of(start, facts.Endorsements, late, today)
            : null;

        var byPrecedence = Reckoning.OutsideCity(facts.Abodes, facts.City);
        if (permit is not null)
        {
            byPrecedence.AddRange(permit.Lapses);
        }

        if (terms.AbsenceAllowance is { } allowance)
        {
            byPrecedence.AddRange(AbsenceAllowance.Exceeded(facts.StandingAbsences, start, allowance));
        }

        var gaps = Reckoning.Lay(byPrecedence, start);
        var anchor = start;
        if (permit is not null && terms.LateEndorsement!.Effect == LateEndorsementEffect.Restart)
        {
            (anchor, gaps) = Restart(start, permit, gaps, byPrecedence, terms.Required);
        }

        var (countsFrom, maturesOn) = Reckoning.Reckon(anchor, gaps, terms.Required);
        var isComplete = maturesOn is { } complete && complete <= today;
        Due? next = permit is null || (maturesOn is { } matures && matures <= permit.RunsTo)
            ? null
            : new Due(DueKind.Endorsement, permit.RunsTo.PlusMonths(-1), permit.RunsTo);
        return new ClockReading(
            terms.Required,
            today,
            Reckoning.CreditedDays(anchor, today, gaps),
            countsFrom,
            maturesOn,
            gaps,
            isComplete ? null : Reckoning.At(today, gaps),
            next,
            next is not null && permit!.LapsesOn > today ? permit.LapsesOn : null);
    }

    private static (LocalDate Anchor, List<Gap> Gaps) Restart(
        LocalDate start,
        PermitHistory permit,
        List<Gap> gaps,
        List<Gap> byPrecedence,
        Period required)
    {
        var anchor = start;
        LocalDate? lostBefore = null;
        foreach (var lapse in permit.Lapses)
        {
            var complete = Reckoning.Reckon(anchor, gaps, required).MaturesOn;
            if (lapse.To is not { } endorsed || complete <= lapse.From)
            {
                break;
            }

            anchor = endorsed;
            lostBefore = lapse.From;
        }

        return lostBefore is null
            ? (anchor, gaps)
            : (anchor, Reckoning.Lay([new Gap(start, lostBefore, GapReason.Restart), .. byPrecedence], start));
    }
}
