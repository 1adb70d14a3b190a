using System.Globalization;
using NodaTime;

namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>Figures by month, as lines.</summary>
internal sealed class MonthChart : Chart
{
    // So many years' marks fit beside each other.
    private const int MostMarks = 13;

    /// <summary>The first day of the first month.</summary>
    public required LocalDate First { get; init; }

    /// <inheritdoc/>
    protected override void Plot()
    {
        var months = Series[0].Values.Count;
        var scale = Scale.For(Series.SelectMany(series => series.Values).Max());
        VerticalAxis(scale);
        double X(int month) => Left + ((Right - Left) * (month + 0.5) / months);
        var years = 1 + (months / 12 / MostMarks);
        for (var month = 0; month < months; month++)
        {
            var day = First.PlusMonths(month);
            if (month == 0 || (day.Month == 1 && day.Year % years == 0))
            {
                Line(X(month), Bottom, X(month), Bottom + 6);
            }

            if (day.Month == 1 && day.Year % years == 0)
            {
                Mark(X(month), Bottom + 24, day.Year.ToString(CultureInfo.InvariantCulture), "middle");
            }
        }

        for (var i = 0; i < Series.Count; i++)
        {
            Curve(Series[i].Values.Select((value, month) => (X(month), Bottom - ((Bottom - Top) * value / scale.Most))), Colours[i], Series[i].IsDashed);
        }

        Line(Left, Bottom, Right, Bottom);
    }
}
