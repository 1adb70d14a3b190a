using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Work and insurance counted day by day as docs/residence-clock.md says it.</summary>
internal static class SpellOracle
{
    public static ClockReading Read(
        IReadOnlyList<DateSpan> spells, IReadOnlyList<Abode> abodes, DivisionCode city, Period required, GapReason idle, LocalDate today)
    {
        var real = spells.Where(spell => spell.To is null || spell.To > spell.From).ToList();
        if (real.Count == 0)
        {
            return new ClockReading(required, today, 0, null, null, [], null, null, null);
        }

        var anchor = real.Min(spell => spell.From);
        LocalDate[] days = [today, .. real.Select(spell => spell.To ?? spell.From), .. abodes.Select(abode => abode.Since)];
        var book = new DayBook(anchor, days.Max().PlusDays(800), today);
        book.TickUnlessStillToCome(
            GapReason.LeftCity, day => abodes.Count > 0 && day >= abodes[0].Since && ResidenceOracle.IsOutside(abodes, city, day));
        book.TickUnlessStillToCome(idle, day => !real.Exists(spell => day >= spell.From && (spell.To is null || day < spell.To)));
        return book.Read(required, anchor, book.Maturity(anchor, required));
    }
}
