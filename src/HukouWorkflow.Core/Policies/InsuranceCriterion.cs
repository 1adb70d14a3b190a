using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Contributions to social insurance for a length of time.</summary>
/// <param name="Citation">What it rests on.</param>
/// <param name="Required">The time asked for.</param>
/// <param name="Recognised">Time earned elsewhere that counts here.</param>
internal sealed record InsuranceCriterion(Citation Citation, Period Required, IReadOnlyList<RecognisedTime> Recognised)
    : ClockCriterion("insurance", Citation, Register.SocialInsurance, Required)
{
    protected override ClockReading Read(StatedCase stated) => stated.Insurance(Recognised).Read(Required);

    protected override LocalDate? MaturesOn(StatedCase stated) => stated.Insurance(Recognised).MaturesOn(Required);
}
