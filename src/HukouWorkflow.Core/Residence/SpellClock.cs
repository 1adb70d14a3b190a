using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>
/// Counts time made of stated spells: work, or social insurance. <c>docs/residence-clock.md</c> says exactly how.
/// </summary>
public static class SpellClock
{
    /// <summary>Reads the clock on a day.</summary>
    /// <param name="spells">The spells that count; they may overlap and come in any order.</param>
    /// <param name="abodes">Where the person lived, in order: days outside the city do not count.</param>
    /// <param name="city">The city.</param>
    /// <param name="required">The time asked for.</param>
    /// <param name="idle">Why days between the spells do not count.</param>
    /// <param name="today">The day of the reading, in China.</param>
    public static ClockReading Read(
        IReadOnlyList<DateSpan> spells,
        IReadOnlyList<Abode> abodes,
        DivisionCode city,
        Period required,
        GapReason idle,
        LocalDate today) => SpellCount.Of(spells, abodes, city, idle, today).Read(required);
}
