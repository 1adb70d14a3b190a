using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>growth</c>: whether anything costs more the more cases wait, as a table and as charts.</summary>
internal static class GrowthCommand
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];
    private static readonly int[] QuickSizes = [1_000, 10_000];

    /// <summary>Builds the command.</summary>
    public static Command Create() => SeededMeasurement.Create(
        "growth",
        "Measure intake, whole lives, starts, the queue and the disk with 10 thousand to 10 million open cases, and draw growth-*.svg.",
        MeasureAsync);

    private static async Task<Report> MeasureAsync(SeededRequest request, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        var effort = request.Quick ? GrowthEffort.Quick : GrowthEffort.Full;
        List<SizedRuns> measured = [];
        List<string> settings =
        [
            string.Create(CultureInfo.InvariantCulture, $"{effort.Runs} runs of each; applications for {effort.Intake.TotalSeconds:0} s a run, {effort.People} lives a run"),
        ];
        foreach (var cases in request.Quick ? QuickSizes : Sizes)
        {
            using var folder = await request.OpenAsync(cases, cancellationToken);
            settings.Add(folder.History);
            measured.AddRange(await MeasureAsync(folder, request.Book, effort, cancellationToken));
        }

        GrowthCharts.Write(measured, request.Out);
        return new Report("growth", machine, [.. settings, SeededService.How, SeededMeasurement.How], GrowthFigures.Of(measured));
    }

    // What adds cases comes last.
    private static async Task<IReadOnlyList<SizedRuns>> MeasureAsync(SeededFolder folder, PolicyBook book, GrowthEffort effort, CancellationToken cancellationToken) =>
    [
        DiskCosts.Measure(folder),
        await StartCosts.MeasureAsync(folder, effort.Runs, cancellationToken),
        .. await QueueCosts.MeasureAsync(folder, book, effort.Queue, cancellationToken),
        await LifecycleCosts.MeasureAsync(folder, effort.People, effort.Runs, cancellationToken),
        .. await IntakeCosts.MeasureAsync(folder, effort.Intake, effort.Runs, cancellationToken),
    ];
}
