using System.Globalization;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Growing;

/// <summary>Tells what was measured at several sizes: first how much the largest differs from the smallest, then each size.</summary>
internal static class GrowthFigures
{
    /// <summary>The figures of everything measured, in the order in which it first was.</summary>
    public static IReadOnlyList<Figure> Of(IEnumerable<SizedRuns> measured) =>
        [.. measured.GroupBy(runs => runs.What, StringComparer.Ordinal).SelectMany(group => OfOne([.. group.OrderBy(runs => runs.Cases)]))];

    /// <summary>A number of cases in words.</summary>
    public static string Cases(int cases) => cases == 0 ? "an empty folder" : string.Create(CultureInfo.InvariantCulture, $"{cases:#,0} open cases");

    private static IEnumerable<Figure> OfOne(IReadOnlyList<SizedRuns> sizes)
    {
        var (smallest, largest) = (sizes[0], sizes[^1]);
        if (sizes.Count > 1)
        {
            yield return new Figure(
                smallest.What,
                $"{Cases(largest.Cases)} to {Cases(smallest.Cases)}",
                largest.Median / smallest.Median,
                "x",
                largest.Runs.Min() / smallest.Runs.Max(),
                largest.Runs.Max() / smallest.Runs.Min());
        }

        foreach (var size in sizes)
        {
            // The same words at every size are told once.
            var detail = ReferenceEquals(size, smallest) || !string.Equals(size.Detail, smallest.Detail, StringComparison.Ordinal) ? size.Detail : "";
            yield return Figure.OfRuns(size.What, Cases(size.Cases), size.Runs, size.Unit, detail);
        }
    }
}
