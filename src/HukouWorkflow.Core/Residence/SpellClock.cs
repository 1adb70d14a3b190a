using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>Counts time made of stated spells: work, or social insurance. Days outside the city do not count.</summary>
public static class SpellClock
{
    /// <summary>Reads the clock on a day.</summary>
    /// <param name="spells">The spells that count; they may overlap and come in any order.</param>
    /// <param name="abodes">Where the person lived, to leave out days outside the city; in order.</param>
    /// <param name="city">The city.</param>
    /// <param name="required">The time asked for.</param>
    /// <param name="idle">Why days between the spells do not count.</param>
    /// <param name="today">The day of the reading, in China.</param>
    public static ClockReading Read(
        IEnumerable<DateSpan> spells,
        IReadOnlyList<Cases.Abode> abodes,
        Identity.DivisionCode city,
        Period required,
        GapReason idle,
        LocalDate today) => throw new NotImplementedException();
}
