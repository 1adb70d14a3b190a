using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Schooling for a length of time: continuous study, as State Council Decree 663 art. 2 has it. No register is asked.</summary>
internal sealed class StudyCriterion(Citation citation, Period required) : ClockCriterion("study", citation, register: null)
{
    public override Weighing Weigh(StatedCase stated) => stated.Facts.Study.Count == 0 ? Weighing.Unknown : base.Weigh(stated);

    public override Finding Judge(StatedCase stated) => stated.Facts.Study.Count == 0
        ? Found(Weighing.Unknown, [Figure.Period("required", required)], [])
        : base.Judge(stated);

    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        stated.Facts.StandingStudy, stated.Facts.Abodes, stated.Facts.City, required, GapReason.NotEnrolled, stated.Today);
}
