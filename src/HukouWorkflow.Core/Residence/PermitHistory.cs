using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>When a residence permit had lapsed, and how far it runs (State Council Decree 663, art. 10).</summary>
/// <param name="Lapses">The lapses, in order; the last has no end where no endorsement has come.</param>
/// <param name="RunsTo">The anniversary up to which the permit is endorsed.</param>
/// <param name="LapsesOn">The first day on which an endorsement for that anniversary is late.</param>
internal sealed record PermitHistory(IReadOnlyList<Gap> Lapses, LocalDate RunsTo, LocalDate LapsesOn)
{
    /// <summary>Follows a permit from its first day through its endorsements.</summary>
    public static PermitHistory Of(LocalDate start, IReadOnlyList<LocalDate> endorsements, LateEndorsement late, LocalDate today)
    {
        var lapses = new List<Gap>();
        var years = 1;
        var runsTo = start.PlusYears(years);
        var ordered = InOrder(endorsements);
        for (var i = 0; i < ordered.Count; i++)
        {
            var endorsed = ordered[i];
            if (endorsed < start || endorsed > today)
            {
                continue;
            }

            if (endorsed > runsTo.PlusDays(late.GraceDays))
            {
                lapses.Add(new Gap(runsTo, endorsed, GapReason.LateEndorsement));
            }

            while (runsTo.PlusMonths(-1) <= endorsed)
            {
                runsTo = start.PlusYears(++years);
            }
        }

        var lapsesOn = runsTo.PlusDays(late.GraceDays + 1);
        if (today >= lapsesOn)
        {
            lapses.Add(new Gap(runsTo, null, GapReason.LateEndorsement));
        }

        return new PermitHistory(lapses, runsTo, lapsesOn);
    }

    private static IReadOnlyList<LocalDate> InOrder(IReadOnlyList<LocalDate> endorsements)
    {
        for (var i = 1; i < endorsements.Count; i++)
        {
            if (endorsements[i] < endorsements[i - 1])
            {
                return [.. endorsements.Order()];
            }
        }

        return endorsements;
    }
}
