using System.CommandLine;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Commands;

/// <summary>A subcommand that measures: it takes <c>--quick</c> and <c>--out</c>, prints one table and writes it down.</summary>
internal static class Measurement
{
    /// <summary>The option that names the folder for what is written.</summary>
    public const string Out = "--out";

    private const int Failed = 1;

    /// <summary>Builds the subcommand.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="measure">Measures; told whether to be quick.</param>
    public static Command Create(string name, string description, Func<bool, CancellationToken, Task<Report>> measure) =>
        Create(name, description, (_, quick, cancellationToken) => measure(quick, cancellationToken));

    /// <summary>Builds the subcommand, with options of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="measure">Measures; given its options, and told whether to be quick.</param>
    /// <param name="options">Its own options.</param>
    public static Command Create(string name, string description, Func<ParseResult, bool, CancellationToken, Task<Report>> measure, params ReadOnlySpan<Option> options)
    {
        var quick = new Option<bool>("--quick") { Description = "Smaller and fewer runs: shows that it works, not how fast it is." };
        var folder = new Option<string>(Out) { Description = $"The folder to write {name}.json and {name}.md to.", DefaultValueFactory = _ => Path.Combine("artifacts", "bench"), HelpName = "DIR" };
        var command = new Command(name, description) { quick, folder };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => ReportAsync(async () =>
        {
            var report = await measure(parsed, parsed.GetValue(quick), cancellationToken);
            ReportTable.Print(report);
            await ReportFiles.WriteAsync(report, parsed.GetRequiredValue(folder), cancellationToken);
        }));
        return command;
    }

    /// <summary>Runs a command and says in one line why it cannot be done, where that is known.</summary>
    public static async Task<int> ReportAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (BenchException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before the end; there is nothing to report.");
            return Failed;
        }
    }
}
