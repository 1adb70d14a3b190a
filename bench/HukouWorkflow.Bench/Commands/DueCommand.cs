using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Bench.Maturing;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>due</c>: 100,000 cases that mature at one midnight, while people apply.</summary>
internal static class DueCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() => SeededMeasurement.Create(
        "due",
        "Let 100,000 cases fall due in the same second while people apply, and measure how long they take and what applicants feel.",
        MeasureAsync);

    private static async Task<Report> MeasureAsync(SeededRequest request, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        var plan = request.Quick ? MidnightPlan.Quick : MidnightPlan.Full;
        List<MidnightOutcome> runs = [];
        List<string> settings =
        [
            string.Create(CultureInfo.InvariantCulture, $"{plan.Runs} midnights, each of {plan.Cases:#,0} cases of one wake; applications on 64 connections in windows of {plan.Window.TotalSeconds:0} s, between which the generator starts anew"),
            "The service with agencies in its own process, which confirm and grant at once; its time as fast as real time",
        ];
        for (var run = 0; run < plan.Runs; run++)
        {
            using var folder = await SeededFolder.OpenAsync(new SeedPlan(plan.Cases, MidnightPlan.Day), request.Place, request.Book, cancellationToken);
            settings.Add(folder.History);
            runs.Add(await MidnightRun.OfAsync(plan, folder, cancellationToken));
        }

        return new Report("due", machine, [.. settings, SeededMeasurement.How], MidnightFigures.Of(plan.Cases, runs));
    }
}
