using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Dwellings of some kinds for a length of time.</summary>
internal sealed record HeldDwellingCriterion(Citation Citation, Period Required, IReadOnlyList<Dwelling> Kinds)
    : ClockCriterion("dwelling", Citation, Register.Housing, Required)
{
    public override Weighing Weigh(StatedCase stated) => IsStated(stated) ? base.Weigh(stated) : Weighing.Unknown;

    public override Finding Judge(StatedCase stated) => IsStated(stated)
        ? base.Judge(stated)
        : Found(Weighing.Unknown, [RequiredFigure], []);

    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        DwellingSpells.Of(stated.Facts, Kinds), stated.Facts.Abodes, stated.Facts.City, Required, GapReason.NoSuchDwelling, stated.Today);

    private static bool IsStated(StatedCase stated) => stated.Facts.Dwellings.Any(dwelling => dwelling.Since <= stated.Today);
}
