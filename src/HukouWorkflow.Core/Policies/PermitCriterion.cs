using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A residence permit that is held, and has not lapsed; days away from the city do not touch it.</summary>
/// <param name="citation">What it rests on.</param>
/// <param name="required">How long it must have been held, or null where holding it suffices.</param>
internal sealed class PermitCriterion(Citation citation, Period? required) : ClockCriterion("permit", citation, Register.ResidencePermit)
{
    public override Weighing Weigh(StatedCase stated) => IsHeld(stated) ? base.Weigh(stated) : Weighing.Never;

    public override Finding Judge(StatedCase stated) => IsHeld(stated) ? base.Judge(stated)
        : stated.Facts.Basis == ResidenceBasis.Permit ? base.Judge(stated) with { Verdict = Verdict.NotMet, MetOn = null }
        : Found(Weighing.Never, required is null ? [] : [Figure.Period("required", required)], []);

    protected override ClockReading Read(StatedCase stated) => Read(stated, required);

    private static ClockReading Read(StatedCase stated, Period? required) =>
        ResidenceClock.Read(stated.Facts, stated.Terms with { Required = required, AbsenceAllowance = null, Recognised = [] }, stated.Today);

    private static bool IsHeld(StatedCase stated) =>
        stated.Facts.Basis == ResidenceBasis.Permit && Read(stated, null).Stopped is null;
}
