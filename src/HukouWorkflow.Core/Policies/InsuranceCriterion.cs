using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Contributions to social insurance for a length of time.</summary>
internal sealed class InsuranceCriterion(Citation citation, Period required)
    : ClockCriterion("insurance", citation, Register.SocialInsurance)
{
    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        [.. stated.Facts.StandingInsurance, .. RecognisedTime.Of(stated.Terms.Recognised, stated.Facts, Accrual.Insurance)],
        stated.Facts.Abodes,
        stated.Facts.City,
        required,
        GapReason.NotInsured,
        stated.Today);
}
