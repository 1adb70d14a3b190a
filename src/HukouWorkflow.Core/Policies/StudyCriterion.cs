using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Schooling for a length of time: continuous study, as State Council Decree 663 art. 2 has it. No register is asked.</summary>
internal sealed record StudyCriterion(Citation Citation, Period Required) : ClockCriterion("study", Citation, AskedOf: null, Required)
{
    public override Weighing Weigh(StatedCase stated) => stated.Facts.Study.Count == 0 ? Weighing.Unknown : base.Weigh(stated);

    public override Finding Judge(StatedCase stated) => stated.Facts.Study.Count == 0
        ? Found(Weighing.Unknown, [RequiredFigure], [])
        : base.Judge(stated);

    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        stated.Facts.StandingStudy, stated.Facts.Abodes, stated.Facts.City, Required, GapReason.NotEnrolled, stated.Today);
}
