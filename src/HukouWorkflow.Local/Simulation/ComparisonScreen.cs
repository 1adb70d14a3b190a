using System.Globalization;
using Spectre.Console;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Shows a comparison as it goes, and what it comes to.</summary>
/// <param name="console">Where it is shown.</param>
/// <param name="run">What is simulated, under the first pack.</param>
/// <param name="versus">The same under the second.</param>
internal sealed class ComparisonScreen(IAnsiConsole console, SimulationRun run, SimulationRun versus)
{
    /// <summary>Runs a comparison on every core and writes its tables and charts.</summary>
    /// <param name="comparer">What runs it.</param>
    /// <param name="folder">Where tables and charts go; made where there is none.</param>
    /// <param name="cancellationToken">Gives up; nothing is written.</param>
    public async Task RunAsync(Comparer comparer, string folder, CancellationToken cancellationToken)
    {
        var (comparison, took) = await SimulationProgress.WatchAsync(console, comparer, cancellationToken);
        var files = ComparisonTables.Write(folder, run, versus, comparison).Concat(new ComparisonCharts(run, versus, comparison).Write(folder)).ToList();
        console.Write(Summary(comparison));
        console.WriteLine(InWords(run.Rules, versus.Rules, comparison));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{took} Written to {folder}: {string.Join(", ", files)}");
    }

    /// <summary>What the second pack changes for the same people, in a few sentences; in simulated people.</summary>
    /// <param name="first">What the first pack is called.</param>
    /// <param name="second">What the second is called.</param>
    /// <param name="comparison">What came of both.</param>
    public static string InWords(string first, string second, Comparison comparison)
    {
        var pairs = comparison.Pairs;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Each of the {comparison.First.Applications:N0} who applied, held against themselves: under {second}, {pairs.Earlier:N0} are granted hukou earlier than under {first}{By(pairs.MedianEarlier)}, {pairs.Later:N0} later{By(pairs.MedianLater)}, {pairs.SameDay:N0} on the same day; {pairs.OnlySecond:N0} only under {second}, {pairs.OnlyFirst:N0} only under {first}. ")
            + (pairs.MedianOfBoth is { } median
                ? string.Create(CultureInfo.InvariantCulture, $"Days waited under {second} less those under {first}, at the median of the {pairs.Both:N0} granted under both: {median:N0}.")
                : "Nobody is granted hukou under both.");
    }

    private static string By(int? days) => days is { } median ? string.Create(CultureInfo.InvariantCulture, $" (by {median:N0} days at the median)") : string.Empty;

    private Table Summary(Comparison comparison)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(run.Scenario.Title)}[/]")
            .Caption(string.Create(CultureInfo.InvariantCulture, $"{run.Arrivals.People:N0} people simulated, each for {run.Arrivals.Weight:0.##}; the figures are those they stand for"))
            .AddColumn("What")
            .AddColumn(new TableColumn(Markup.Escape(run.Rules)).RightAligned())
            .AddColumn(new TableColumn(Markup.Escape(versus.Rules)).RightAligned())
            .AddColumn(new TableColumn("Difference").RightAligned());
        foreach (var ((what, first), (_, second)) in SimulationScreen.FiguresOf(comparison.First).Zip(SimulationScreen.FiguresOf(comparison.Second)))
        {
            table.AddRow(what, Text(first, "N0"), Text(second, "N0"), Text(second - first, "+#,0;-#,0;0"));
        }

        return table;
    }

    private string Text(long people, string format) => (people * run.Arrivals.Weight).ToString(format, CultureInfo.InvariantCulture);
}
