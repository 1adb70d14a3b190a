using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Dwellings of some kinds for a length of time.</summary>
internal sealed class HeldDwellingCriterion(Citation citation, Period required, IReadOnlyList<Dwelling> kinds)
    : ClockCriterion("dwelling", citation, Register.Housing)
{
    public override Weighing Weigh(StatedCase stated) => IsStated(stated) ? base.Weigh(stated) : Weighing.Unknown;

    public override Finding Judge(StatedCase stated) => IsStated(stated)
        ? base.Judge(stated)
        : Found(Weighing.Unknown, [Figure.Period("required", required)], []);

    protected override ClockReading Read(StatedCase stated) => SpellClock.Read(
        DwellingSpells.Of(stated.Facts, kinds), stated.Facts.Abodes, stated.Facts.City, required, GapReason.NoSuchDwelling, stated.Today);

    private static bool IsStated(StatedCase stated) => stated.Facts.Dwellings.Any(dwelling => dwelling.Since <= stated.Today);
}
