using System.Globalization;
using HukouWorkflow.Core.Cases;
using Spectre.Console;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Shows a simulation as it goes, and what it comes to.</summary>
internal sealed class SimulationScreen(IAnsiConsole console)
{
    /// <summary>Runs a simulation on every core and writes its tables and charts.</summary>
    /// <param name="simulator">What runs it.</param>
    /// <param name="run">What is simulated.</param>
    /// <param name="folder">Where tables and charts go; made where there is none.</param>
    /// <param name="cancellationToken">Gives up; nothing is written.</param>
    public async Task RunAsync(Simulator simulator, SimulationRun run, string folder, CancellationToken cancellationToken)
    {
        var (totals, took) = await SimulationProgress.WatchAsync(console, simulator, cancellationToken);
        var files = SimulationTables.Write(folder, totals).Concat(SimulationCharts.Write(folder, run, totals)).ToList();
        console.Write(Summary(run, totals));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{took} Written to {folder}: {string.Join(", ", files)}");
    }

    /// <summary>The figures of a summary, in simulated people.</summary>
    public static IReadOnlyList<(string What, long Count)> FiguresOf(Totals totals) =>
    [
        ("Applications", totals.Applications),
        ("  settled", totals.EndingAt(CaseStatus.Settled)),
        ("  waiting for a person's decision", totals.EndingAt(CaseStatus.ForReview)),
        ("  withdrawn", totals.EndingAt(CaseStatus.Withdrawn)),
        ("  waiting", totals.Sum(Measure.Waiting)),
        ("School places", totals.Sum(Measure.SchoolPlaces)),
        ("Health enrolments", totals.Sum(Measure.HealthEnrolments)),
    ];

    private static Table Summary(SimulationRun run, Totals totals)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(run.Scenario.Title)}[/]")
            .AddColumn("What")
            .AddColumn(new TableColumn("Simulated").RightAligned())
            .AddColumn(new TableColumn("Stands for").RightAligned());
        foreach (var (what, count) in FiguresOf(totals).Prepend(("People who arrive", run.Arrivals.People)))
        {
            table.AddRow(what, count.ToString("N0", CultureInfo.InvariantCulture), (count * run.Arrivals.Weight).ToString("N0", CultureInfo.InvariantCulture));
        }

        return table;
    }
}
