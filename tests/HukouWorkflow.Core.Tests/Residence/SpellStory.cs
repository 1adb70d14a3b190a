using FsCheck;
using FsCheck.Fluent;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>One generated working or insured life, where it was lived, and the day of the reading.</summary>
public sealed record SpellStory(
    IReadOnlyList<DateSpan> Spells, IReadOnlyList<Abode> Abodes, DivisionCode City, Period Required, GapReason Idle, LocalDate Today)
{
    public override string ToString() =>
        $"city {City} spells [{string.Join(' ', Spells.Select(Reading.Text))}] abodes [{string.Join(' ', Abodes.Select(Reading.Text))}] " +
        $"required {Required} idle {Idle} today {Reading.Text(Today)}";

    public static Arbitrary<SpellStory> Arbitrary() => Arb.From(Stories, Smaller);

    private static Gen<SpellStory> Stories =>
        from start in Calendars.Starts
        from required in Calendars.Lengths
        from idle in Gen.Elements(GapReason.NotEmployed, GapReason.NotInsured)
        from places in Calendars.Cities
        from abodes in Calendars.Abodes(start, places)
        from spells in Calendars.Spans(start)
        from isEmployedAtFirst in Gen.Elements(true, true, false)
        from today in Calendars.Todays(start, [.. spells.Select(spell => spell.To ?? spell.From)])
        select new SpellStory(
            isEmployedAtFirst ? [.. spells, new DateSpan(start, start.PlusDays(900))] : spells, abodes, places[0], required, idle, today);

    private static IEnumerable<SpellStory> Smaller(SpellStory story) =>
        Calendars.OneLess(story.Spells).Select(fewer => story with { Spells = fewer })
            .Concat(Calendars.OneLess(story.Abodes).Select(fewer => story with { Abodes = fewer }));
}
