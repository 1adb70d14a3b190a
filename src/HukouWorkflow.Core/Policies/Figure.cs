using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies;

/// <summary>A figure that a finding used.</summary>
/// <param name="Name">What it is: <c>required</c>, <c>creditedDays</c>, <c>countsFrom</c>.</param>
/// <param name="Value">The value in its invariant form: ISO 8601 for dates and periods, digits for numbers.</param>
/// <param name="Unit">What it is measured in: <c>period</c>, <c>days</c>, <c>date</c>, <c>cny</c>, <c>year</c>, <c>years</c>, <c>points</c>, <c>count</c>, <c>word</c>.</param>
public sealed record Figure(string Name, string Value, string Unit)
{
    internal static Figure Period(string name, Period period) => new(name, PeriodPattern.Roundtrip.Format(period), "period");

    internal static Figure Days(string name, int days) => new(name, Whole(days), "days");

    internal static Figure Date(string name, LocalDate date) => new(name, LocalDatePattern.Iso.Format(date), "date");

    internal static Figure Cny(string name, decimal yuan) => new(name, Invariant(yuan), "cny");

    internal static Figure Years(string name, int years) => new(name, Whole(years), "years");

    internal static Figure Year(string name, int year) => new(name, Whole(year), "year");

    internal static Figure Points(string name, decimal points) => new(name, Invariant(points), "points");

    internal static Figure Count(string name, int count) => new(name, Whole(count), "count");

    internal static Figure Word(string name, string word) => new(name, word, "word");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
