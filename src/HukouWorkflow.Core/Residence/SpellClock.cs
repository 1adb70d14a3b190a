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
        IEnumerable<DateSpan> spells,
        IReadOnlyList<Abode> abodes,
        DivisionCode city,
        Period required,
        GapReason idle,
        LocalDate today)
    {
        var ordered = spells.Where(spell => spell.To is null || spell.To > spell.From).OrderBy(spell => spell.From).ToList();
        if (ordered.Count == 0)
        {
            return new ClockReading(required, today, 0, null, null, [], null, null, null);
        }

        var anchor = ordered[0].From;
        var outside = Reckoning.OutsideCity(abodes, city, abodes.Count > 0 ? abodes[0].Since : anchor);
        var gaps = Reckoning.Lay([.. outside, .. Between(ordered, idle)], anchor, today);
        return Reckoning.Read(anchor, gaps, complete: null, required, today);
    }

    private static IEnumerable<Gap> Between(List<DateSpan> ordered, GapReason idle)
    {
        LocalDate? coveredTo = ordered[0].From;
        foreach (var spell in ordered)
        {
            if (coveredTo is not { } covered)
            {
                yield break;
            }

            if (spell.From > covered)
            {
                yield return new Gap(covered, spell.From, idle);
            }

            if (spell.To is null || spell.To > covered)
            {
                coveredTo = spell.To;
            }
        }

        if (coveredTo is { } end)
        {
            yield return new Gap(end, null, idle);
        }
    }
}
