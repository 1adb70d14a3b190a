using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>The days of some spells that count, before anybody asks for a length: what <see cref="SpellClock"/> reads is the same for every length.</summary>
/// <param name="Anchor">The first day of the first spell, or null where there is none.</param>
/// <param name="Gaps">The days since then that do not count, in order, without overlap.</param>
/// <param name="Today">The day of the reading.</param>
internal sealed record SpellCount(LocalDate? Anchor, List<Gap> Gaps, LocalDate Today)
{
    public static SpellCount Of(IReadOnlyList<DateSpan> spells, IReadOnlyList<Abode> abodes, DivisionCode city, GapReason idle, LocalDate today)
    {
        var ordered = InOrder(spells);
        if (ordered.Count == 0)
        {
            return new SpellCount(null, [], today);
        }

        var anchor = ordered[0].From;
        var reasons = Reckoning.OutsideCity(abodes, city, abodes.Count > 0 ? abodes[0].Since : anchor);
        AddBetween(ordered, idle, reasons);
        return new SpellCount(anchor, Reckoning.Lay(reasons, anchor, today), today);
    }

    /// <summary>The day a time is complete, or null where it will not be as things stand.</summary>
    public LocalDate? MaturesOn(Period required) => Anchor is { } anchor ? Reckoning.Reckon(anchor, Gaps, required)?.MaturesOn : null;

    public ClockReading Read(Period required) => Anchor is { } anchor
        ? Reckoning.Read(anchor, Gaps, complete: null, required, Today)
        : new ClockReading(required, Today, 0, null, null, [], null, null, null);

    private static IReadOnlyList<DateSpan> InOrder(IReadOnlyList<DateSpan> spells)
    {
        for (var i = 0; i < spells.Count; i++)
        {
            if (spells[i].To <= spells[i].From || (i > 0 && spells[i].From < spells[i - 1].From))
            {
                return [.. spells.Where(spell => !(spell.To <= spell.From)).OrderBy(spell => spell.From)];
            }
        }

        return spells;
    }

    private static void AddBetween(IReadOnlyList<DateSpan> ordered, GapReason idle, List<Gap> gaps)
    {
        LocalDate? coveredTo = ordered[0].From;
        for (var i = 0; i < ordered.Count; i++)
        {
            var spell = ordered[i];
            if (coveredTo is not { } covered)
            {
                return;
            }

            if (spell.From > covered)
            {
                gaps.Add(new Gap(covered, spell.From, idle));
            }

            if (spell.To is null || spell.To > covered)
            {
                coveredTo = spell.To;
            }
        }

        if (coveredTo is { } end)
        {
            gaps.Add(new Gap(end, null, idle));
        }
    }
}
