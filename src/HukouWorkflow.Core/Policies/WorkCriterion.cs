using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Work of some kinds for a length of time.</summary>
internal sealed class WorkCriterion(Citation citation, Period required, IReadOnlyList<EmploymentKind> kinds)
    : ClockCriterion("work", citation, Register.Employment)
{
    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        stated.Facts.StandingEmployment.Where(spell => kinds.Contains(spell.Kind)).Select(spell => spell.Span),
        stated.Facts.Abodes,
        stated.Facts.City,
        required,
        GapReason.NotEmployed,
        stated.Today);
}
