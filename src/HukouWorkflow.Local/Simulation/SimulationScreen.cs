using System.Diagnostics;
using System.Globalization;
using HukouWorkflow.Core.Cases;
using Spectre.Console;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Shows a simulation as it goes, and what it comes to.</summary>
internal sealed class SimulationScreen(IAnsiConsole console)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs a simulation on every core and writes its tables and charts.</summary>
    /// <param name="simulator">What runs it.</param>
    /// <param name="run">What is simulated.</param>
    /// <param name="folder">Where tables and charts go; made where there is none.</param>
    /// <param name="cancellationToken">Gives up; nothing is written.</param>
    public async Task RunAsync(Simulator simulator, SimulationRun run, string folder, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var totals = await WatchAsync(simulator, run.Arrivals.People, cancellationToken);
        var took = watch.Elapsed;
        var files = SimulationTables.Write(folder, totals).Concat(SimulationCharts.Write(folder, run, totals)).ToList();
        console.Write(Summary(run, totals));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{run.Arrivals.People:N0} people in {took.TotalSeconds:0.0} s, {run.Arrivals.People / took.TotalSeconds:N0} a second. Written to {folder}: {string.Join(", ", files)}");
    }

    private async Task<Totals> WatchAsync(Simulator simulator, long people, CancellationToken cancellationToken) =>
        await console.Progress()
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("Living", maxValue: people);
                var watch = Stopwatch.StartNew();
                var running = simulator.RunAsync(Environment.ProcessorCount, cancellationToken);
                while (await Task.WhenAny(running, Task.Delay(BetweenLooks, CancellationToken.None)) != running)
                {
                    task.Value = simulator.Done;
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"{simulator.Done:N0} people, {simulator.Done / watch.Elapsed.TotalSeconds:N0} a second");
                }

                task.Value = people;
                return await running;
            });

    private static Table Summary(SimulationRun run, Totals totals)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(run.Scenario.Title)}[/]")
            .AddColumn("What")
            .AddColumn(new TableColumn("Simulated").RightAligned())
            .AddColumn(new TableColumn("Stands for").RightAligned());
        foreach (var (what, count) in (ReadOnlySpan<(string, long)>)
        [
            ("People who arrive", run.Arrivals.People),
            ("Applications", totals.Applications),
            ("  settled", totals.EndingAt(CaseStatus.Settled)),
            ("  waiting for a person's decision", totals.EndingAt(CaseStatus.ForReview)),
            ("  withdrawn", totals.EndingAt(CaseStatus.Withdrawn)),
            ("  waiting", totals.Sum(Measure.Waiting)),
            ("School places", totals.Sum(Measure.SchoolPlaces)),
            ("Health enrolments", totals.Sum(Measure.HealthEnrolments)),
        ])
        {
            table.AddRow(what, count.ToString("N0", CultureInfo.InvariantCulture), (count * run.Arrivals.Weight).ToString("N0", CultureInfo.InvariantCulture));
        }

        return table;
    }
}
