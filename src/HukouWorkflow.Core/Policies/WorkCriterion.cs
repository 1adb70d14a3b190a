using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Work of some kinds for a length of time.</summary>
/// <param name="Rule">The rule: work, or investment.</param>
/// <param name="Citation">What it rests on.</param>
/// <param name="Required">The time asked for.</param>
/// <param name="Which">The work that counts.</param>
/// <param name="Recognised">Time earned elsewhere that counts here.</param>
internal sealed record WorkCriterion(string Rule, Citation Citation, Period Required, CountedWork Which, IReadOnlyList<RecognisedTime> Recognised)
    : ClockCriterion(Rule, Citation, Register.Employment, Required)
{
    protected override ClockReading Read(StatedCase stated) => stated.Work(Which, Recognised).Read(Required);

    protected override LocalDate? MaturesOn(StatedCase stated) => stated.Work(Which, Recognised).MaturesOn(Required);
}
