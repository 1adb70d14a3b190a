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
        var gaps = Reckoning.OutsideCity(facts.Abodes, facts.City, start);
        if (terms.AbsenceAllowance is { } allowance && facts.Absences.Count > 0)
        {
            gaps.AddRange(AbsenceAllowance.Exceeded(facts.StandingAbsences, start, allowance, today));
        }

        // Recognised days are laid right before the first day here, so that they count like any other.
        var recognised = facts.Elsewhere.Count == 0 ? 0 : RecognisedTime.Days(RecognisedTime.Of(terms.Recognised, facts, Accrual.Residence));
        var anchor = start.PlusDays(-recognised);
        var reading = facts.Basis == ResidenceBasis.Permit && terms.LateEndorsement is { } late
            ? ReadPermit(start, anchor, PermitHistory.Of(start, facts.Endorsements, late, today), late, gaps, terms.Required, today)
            : Reckoning.Read(anchor, Reckoning.Lay(gaps, start, today), complete: null, terms.Required ?? Period.Zero, today);
        if (terms.Required is null)
        {
            // Nothing is ever complete that has no length: it holds as long as the count runs.
            var stopped = Reckoning.At(today, reading.Gaps);
            reading = reading with { MaturesOn = stopped is null ? reading.CountsFrom : null, Stopped = stopped };
        }

        // Where the count was begun anew, the days from elsewhere are lost with the rest.
        return recognised == 0 || reading.Gaps.Any(gap => gap.Why == GapReason.Restart) ? reading : reading with { RecognisedDays = recognised };
    }

    private static ClockReading ReadPermit(LocalDate start, LocalDate anchor, PermitHistory permit, LateEndorsement late, List<Gap> byPrecedence, Period? asked, LocalDate today)
    {
        var required = asked ?? Period.Zero;
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
        return reading.MaturesOn <= permit.RunsTo && asked is not null
            ? reading
            : reading with
            {
                Next = new Due(DueKind.Endorsement, permit.RunsTo.PlusMonths(-1), permit.RunsTo),
                LapsesOn = permit.LapsesOn > today ? permit.LapsesOn : null,
            };
    }
}
