using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>A residence permit that is held, and has not lapsed; days away from the city do not touch it.</summary>
/// <param name="Citation">What it rests on.</param>
/// <param name="Terms">How the version counts a permit, with the time for which it must have been held, or none where holding it suffices.</param>
internal sealed record PermitCriterion(Citation Citation, ResidenceTerms Terms) : ClockCriterion("permit", Citation, Register.ResidencePermit, Terms.Required)
{
    private readonly ResidenceTerms _held = Terms with { Required = null };

    public override Weighing Weigh(StatedCase stated) => IsHeld(stated) ? base.Weigh(stated) : Weighing.Never;

    public override Finding Judge(StatedCase stated) => IsHeld(stated) ? base.Judge(stated)
        : stated.Facts.Basis == ResidenceBasis.Permit ? base.Judge(stated) with { Verdict = Verdict.NotMet, MetOn = null }
        : Found(Weighing.Never, Length is not null ? [RequiredFigure] : [], []);

    protected override ClockReading Read(StatedCase stated) => stated.Residence(Terms);

    private bool IsHeld(StatedCase stated) =>
        stated.Facts.Basis == ResidenceBasis.Permit && stated.Residence(_held).Stopped is null;
}
