using System.Globalization;

namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>An axis from zero to a round number, in round steps.</summary>
/// <param name="Step">From one mark to the next.</param>
/// <param name="Most">The last mark, no less than the greatest figure.</param>
internal readonly record struct Scale(double Step, double Most)
{
    private const int MostMarks = 6;

    /// <summary>The marks.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            for (var i = 0; i <= Math.Round(Most / Step); i++)
            {
                yield return i * Step;
            }
        }
    }

    /// <summary>A scale that holds a figure with at most seven marks, by steps of 1, 2 or 5 times a power of ten.</summary>
    public static Scale For(double greatest)
    {
        if (greatest <= 0)
        {
            return new Scale(1, 1);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(greatest / MostMarks)));
        var step = power * Array.Find([1.0, 2, 5, 10], times => times * power * MostMarks >= greatest);
        return new Scale(step, step * Math.Ceiling(greatest / step));
    }

    /// <summary>A figure as the axis writes it: thousands apart, no more decimals than the steps need.</summary>
    public string Text(double figure) => figure.ToString(Step >= 1 ? "N0" : "0.####", CultureInfo.InvariantCulture);
}
