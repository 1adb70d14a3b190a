using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Shows a simulation as it goes.</summary>
internal static class SimulationProgress
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs a simulation on every core.</summary>
    /// <param name="console">Where it is shown.</param>
    /// <param name="work">The simulation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it comes to, and in words how long it took.</returns>
    public static async Task<(TTotals Totals, string Took)> WatchAsync<TTotals>(IAnsiConsole console, SharedWork<TTotals> work, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var totals = await console.Progress()
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("Living", maxValue: work.People);
                var running = work.RunAsync(Environment.ProcessorCount, cancellationToken);
                while (await Task.WhenAny(running, Task.Delay(BetweenLooks, CancellationToken.None)) != running)
                {
                    task.Value = work.Done;
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"{work.Done:N0} people, {work.Done / watch.Elapsed.TotalSeconds:N0} a second");
                }

                task.Value = work.People;
                return await running;
            });
        var seconds = watch.Elapsed.TotalSeconds;
        return (totals, string.Create(CultureInfo.InvariantCulture, $"{work.People:N0} people in {seconds:0.0} s, {work.People / seconds:N0} a second."));
    }
}
