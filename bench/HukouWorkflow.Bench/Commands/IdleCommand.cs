using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>idle</c>: what cases cost that wait, beside the same service on an empty folder.</summary>
internal static class IdleCommand
{
    private static readonly int[] Sizes = [0, 1_000_000, 10_000_000];
    private static readonly int[] QuickSizes = [0, 10_000, 100_000];

    /// <summary>Builds the command.</summary>
    public static Command Create() => SeededMeasurement.Create(
        "idle",
        "Measure disk, memory, processor time and starts of the service with 1 and 10 million open cases, beside an empty folder.",
        MeasureAsync);

    private static async Task<Report> MeasureAsync(SeededRequest request, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        var quiet = TimeSpan.FromSeconds(request.Quick ? 3 : 30);
        var (starts, quietRuns) = request.Quick ? (3, 2) : (5, 2);
        List<SizedRuns> measured = [];
        List<string> settings = [string.Create(CultureInfo.InvariantCulture, $"{starts} starts, as many after kill -9, {quietRuns} times {quiet.TotalSeconds:0} s of quiet")];
        foreach (var cases in request.Quick ? QuickSizes : Sizes)
        {
            using var folder = await request.OpenAsync(cases, cancellationToken);
            if (cases > 0)
            {
                settings.Add(folder.History);
                measured.Add(DiskCosts.Measure(folder));
            }

            measured.AddRange(await QuietCosts.MeasureAsync(folder, quiet, quietRuns, cancellationToken));
            measured.Add(await StartCosts.MeasureAsync(folder, starts, cancellationToken));
            measured.Add(await StartCosts.MeasureKilledAsync(folder, starts, cancellationToken));
        }

        // Told in this order, though an empty folder has no bytes a case.
        var figures = GrowthFigures.Of(measured.OrderBy(runs => runs.Unit is "B" ? 0 : 1));
        return new Report("idle", machine, [.. settings, SeededService.How, SeededMeasurement.How], figures);
    }
}
