using FsCheck;
using FsCheck.Fluent;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Days, spans and moves as people state them, and as nobody should.</summary>
internal static class Calendars
{
    private static readonly LocalDate Epoch = new(2010, 1, 1);

    /// <summary>Every day of the year, with more than their share of the days on which calendars go wrong.</summary>
    public static Gen<LocalDate> Starts => Gen.Frequency(
        (3, Gen.Choose(0, 5500).Select(Epoch.PlusDays)),
        (1, Gen.Elements(2012, 2016, 2020, 2024).Select(year => new LocalDate(year, 2, 29))),
        (1, from year in Gen.Choose(2010, 2024)
            from month in Gen.Choose(1, 12)
            from shift in Gen.Choose(-2, 1)
            select new LocalDate(year, month, 1).PlusMonths(1).PlusDays(shift)));

    public static Gen<Period> Lengths => Gen.Elements(
        "P0D", "P1D", "P1M", "P6M", "P1Y", "P18M", "P400D", "P2Y", "P3Y", "P3Y", "P4Y", "P5Y", "P5Y", "P5Y", "P5Y", "P1Y1M1D", "P7Y").Select(TestFacts.Length);

    /// <summary>A city, two of its districts, and two places outside it.</summary>
    public static Gen<DivisionCode[]> Cities => Gen.Elements(
        new DivisionCode[] { new(500000), new(500105), new(500230), new(510104), new(110101) },
        new DivisionCode[] { new(440300), new(440304), new(440305), new(440104), new(450300) });

    public static Gen<IReadOnlyList<Abode>> Abodes(LocalDate start, DivisionCode[] places) =>
        from first in Gen.Frequency((4, Gen.Constant(start)), (1, Gen.Choose(-500, 500).Select(start.PlusDays)))
        from home in Gen.Frequency((9, Gen.Constant(places[1])), (1, Gen.Constant(places[3])))
        from count in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 7)))
        from steps in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 40)), (3, Gen.Choose(41, 1200))).ListOf(count)
        from divisions in Gen.Elements(places[1..]).ListOf(count)
        select (IReadOnlyList<Abode>)
        [
            new Abode(first, home),
            .. steps.Select((_, i) => new Abode(first.PlusDays(steps.Take(i + 1).Sum()), divisions[i])),
        ];

    /// <summary>Up to six spans: apart, adjacent, overlapping, corrected, empty, backwards, longer than a year, without end.</summary>
    public static Gen<IReadOnlyList<DateSpan>> Spans(LocalDate start) =>
        from count in Gen.Choose(0, 6)
        from froms in Gen.Choose(-60, 4500).ListOf(count)
        from lengths in Length.ListOf(count)
        from joins in Gen.Choose(0, 11).ListOf(count)
        select (IReadOnlyList<DateSpan>)Join(start, froms, lengths, joins);

    public static Gen<LocalDate> Todays(LocalDate start, IReadOnlyList<LocalDate> marks) => Gen.OneOf(
        Gen.Choose(-10, 4383).Select(start.PlusDays),
        from year in Gen.Choose(0, 12)
        from shift in Gen.Choose(-35, 65)
        select start.PlusYears(year).PlusDays(shift),
        from mark in Gen.Elements((LocalDate[])[start, .. marks])
        from shift in Gen.Choose(-2, 2)
        select LocalDate.Max(mark.PlusDays(shift), start.PlusDays(-10)));

    public static IEnumerable<IReadOnlyList<T>> OneLess<T>(IReadOnlyList<T> items) =>
        items.Select((_, left) => (IReadOnlyList<T>)[.. items.Where((_, i) => i != left)]);

    private static Gen<int?> Length => Gen.Frequency(
        (1, Gen.Choose(-20, 0).Select(days => (int?)days)),
        (3, Gen.Choose(1, 45).Select(days => (int?)days)),
        (3, Gen.Choose(85, 200).Select(days => (int?)days)),
        (2, Gen.Choose(300, 1500).Select(days => (int?)days)),
        (1, Gen.Constant((int?)null)));

    private static List<DateSpan> Join(LocalDate start, List<int> froms, List<int?> lengths, List<int> joins)
    {
        var spans = new List<DateSpan>();
        for (var i = 0; i < froms.Count; i++)
        {
            var before = i > 0 ? spans[i - 1] : default;
            var from = (i, joins[i]) switch
            {
                ( > 0, 0) => before.From,
                ( > 0, 1 or 2) => before.To ?? before.From.PlusDays(30),
                ( > 0, 3 or 4) => before.From.PlusDays(froms[i] % 50),
                _ => start.PlusDays(froms[i]),
            };
            spans.Add(new DateSpan(from, lengths[i] is { } days ? from.PlusDays(days) : null));
        }

        return spans;
    }
}
