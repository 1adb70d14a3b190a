using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Work of some kinds for a length of time.</summary>
/// <param name="rule">The rule: work, or investment.</param>
/// <param name="citation">What it rests on.</param>
/// <param name="required">The time asked for.</param>
/// <param name="which">The work that counts.</param>
internal sealed class WorkCriterion(string rule, Citation citation, Period required, CountedWork which)
    : ClockCriterion(rule, citation, Register.Employment)
{
    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        [.. which.Of(stated.Facts), .. RecognisedTime.Of(stated.Terms.Recognised, stated.Facts, Accrual.Work)],
        stated.Facts.Abodes,
        stated.Facts.City,
        required,
        GapReason.NotEmployed,
        stated.Today);
}
