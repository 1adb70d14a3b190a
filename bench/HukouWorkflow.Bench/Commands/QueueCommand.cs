using System.CommandLine;
using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>queue</c>: what the due queue costs by itself, beside more and more open cases.</summary>
internal static class QueueCommand
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];
    private static readonly int[] QuickSizes = [1_000, 10_000];

    /// <summary>Builds the command.</summary>
    public static Command Create() => SeededMeasurement.Create(
        "queue",
        "Time the due queue and the reads beside it in folders of 10 thousand to 10 million open cases.",
        MeasureAsync);

    private static async Task<Report> MeasureAsync(SeededRequest request, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        var load = request.Quick ? QueueLoad.Quick : QueueLoad.Full;
        List<SizedRuns> measured = [];
        List<string> settings = [$"{load.Reads} reads of each kind and {load.Moves} moved wakes a run, {load.Runs} runs after one that does not count; in process, one caller for reads"];
        using (var first = await request.OpenAsync(QuickSizes[0], cancellationToken))
        {
            // The smallest folder would else be measured while code is still being compiled.
            await QueueCosts.MeasureAsync(first, request.Book, load, cancellationToken);
        }

        foreach (var cases in request.Quick ? QuickSizes : Sizes)
        {
            using var folder = await request.OpenAsync(cases, cancellationToken);
            settings.Add(folder.History);
            measured.AddRange(await QueueCosts.MeasureAsync(folder, request.Book, load, cancellationToken));
        }

        return new Report("queue", machine, [.. settings, SeededMeasurement.How], GrowthFigures.Of(measured));
    }
}
