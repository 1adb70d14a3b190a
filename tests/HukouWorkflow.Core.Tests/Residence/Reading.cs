using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Both ways of reading a clock, and words for what was read. The oracle comes first, so that an example proves it too.</summary>
internal static class Reading
{
    public static readonly Func<SettlementFacts, ResidenceTerms, LocalDate, ClockReading>[] Readers = [ResidenceOracle.Read, ResidenceClock.Read];

    public static IEnumerable<ClockReading> OfResidence(SettlementFacts facts, ResidenceTerms terms, LocalDate today) =>
        Readers.Select(read => read(facts, terms, today));

    public static IEnumerable<ClockReading> OfSpells(
        IReadOnlyList<DateSpan> spells, string required, GapReason idle, LocalDate today, IReadOnlyList<Abode>? abodes = null)
    {
        var length = TestFacts.Length(required);
        yield return SpellOracle.Read(spells, abodes ?? [], TestFacts.Chongqing, length, idle, today);
        yield return SpellClock.Read(spells, abodes ?? [], TestFacts.Chongqing, length, idle, today);
    }

    public static void MustBeSame(object story, ClockReading expected, ClockReading actual) =>
        Assert.True(string.Equals(Text(expected), Text(actual), StringComparison.Ordinal), $"{story}\n  oracle: {Text(expected)}\n  clock:  {Text(actual)}");

    public static string Text(ClockReading reading) =>
        $"required {reading.Required} as of {Text(reading.AsOf)} credited {reading.CreditedDays.ToString(CultureInfo.InvariantCulture)} " +
        $"from {Text(reading.CountsFrom)} matures {Text(reading.MaturesOn)} gaps [{string.Join(", ", reading.Gaps.Select(gap => Text(gap)))}] " +
        $"stopped {Text(reading.Stopped)} next {(reading.Next is { } next ? $"{next.What} {Text(next.From)}..{Text(next.By)}" : "-")} " +
        $"lapses {Text(reading.LapsesOn)}";

    public static string Text(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    public static string Text(DateSpan span) => $"{Text(span.From)}..{Text(span.To)}";

    public static string Text(Abode abode) => $"{Text(abode.Since)}:{abode.Division}";

    private static string Text(Gap? gap) => gap is { } some ? $"{Text(some.From)}..{Text(some.To)} {some.Why}" : "-";
}
