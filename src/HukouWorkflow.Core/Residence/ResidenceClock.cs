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
        var gaps = Reckoning.OutsideCity(facts.Abodes, facts.City, start).ToList();
        if (terms.AbsenceAllowance is { } allowance)
        {
            gaps.AddRange(AbsenceAllowance.Exceeded(facts.StandingAbsences, start, allowance, today));
        }

        return facts.Basis == ResidenceBasis.Permit && terms.LateEndorsement is { } late
            ? ReadPermit(start, PermitHistory.Of(start, facts.Endorsements, late, today), late, gaps, terms.Required, today)
            : Reckoning.Read(start, Reckoning.Lay(gaps, start, today), complete: null, terms.Required, today);
    }

    private static ClockReading ReadPermit(LocalDate start, PermitHistory permit, LateEndorsement late, List<Gap> others, Period required, LocalDate today)
    {
        var anchor = start;
        var byPrecedence = new List<Gap>(others);
        (LocalDate CountsFrom, LocalDate MaturesOn)? complete = null;
        // A lapse comes after leaving the city and before absences.
        var lapsesAt = byPrecedence.FindLastIndex(gap => gap.Why == GapReason.LeftCity) + 1;
        foreach (var lapse in permit.Lapses)
        {
            // What was complete while the permit still ran, or in its grace, stays complete.
            if (complete is null
                && Reckoning.Reckon(anchor, Reckoning.Lay(byPrecedence, start, today), required) is { } reached
                && reached.MaturesOn <= lapse.From.PlusDays(late.GraceDays))
            {
                complete = reached;
            }

            byPrecedence.Insert(lapsesAt++, lapse);
            if (late.Effect == LateEndorsementEffect.Restart && lapse.To is { } endorsed && complete is null)
            {
                byPrecedence.Insert(0, new Gap(start, lapse.From, GapReason.Restart));
                lapsesAt++;
                anchor = endorsed;
            }
        }

        var reading = Reckoning.Read(anchor, Reckoning.Lay(byPrecedence, start, today), complete, required, today);
        return reading.MaturesOn <= permit.RunsTo
            ? reading
            : reading with
            {
                Next = new Due(DueKind.Endorsement, permit.RunsTo.PlusMonths(-1), permit.RunsTo),
                LapsesOn = permit.LapsesOn > today ? permit.LapsesOn : null,
            };
    }
}
