using System.CommandLine;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>all</c>: every measurement that README quotes, one after another, and one document of them.</summary>
internal static class AllCommand
{
    private const string Name = "all";
    private const string Quick = "--quick";
    private const string Data = "--data";

    /// <summary>Builds the command.</summary>
    /// <param name="measurements">The commands it runs, in order.</param>
    public static Command Create(IReadOnlyList<Command> measurements)
    {
        var quick = new Option<bool>(Quick) { Description = "Smaller and fewer runs: shows that it works, not how fast it is." };
        var folder = new Option<string>(Measurement.Out) { Description = "The folder to write the reports to, and all.md of them.", DefaultValueFactory = _ => Path.Combine("artifacts", "bench"), HelpName = "DIR" };
        var data = new Option<string>(Data) { Description = "Where seeded folders are made, and removed at the end. 10 million cases take some 15 GB.", DefaultValueFactory = _ => Path.GetTempPath(), HelpName = "DIR" };
        var command = new Command(Name, $"Run {string.Join(", ", measurements.Select(measurement => measurement.Name))}; about 40 minutes.") { quick, folder, data };
        command.SetAction((parsed, cancellationToken) => Measurement.ReportAsync(
            () => RunAsync(measurements, parsed.GetValue(quick), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(data), cancellationToken)));
        return command;
    }

    private static async Task RunAsync(IReadOnlyList<Command> measurements, bool quick, string folder, string data, CancellationToken cancellationToken)
    {
        // Folders of a million cases and more are seeded once for all who measure in them.
        var kept = Path.Combine(data, "hukou-seeded-" + Guid.NewGuid().ToString("N"));
        try
        {
            foreach (var measurement in measurements)
            {
                string[] arguments =
                [
                    Measurement.Out, folder,
                    .. quick ? (string[])[Quick] : [],
                    .. measurement.Options.Any(option => option.Name is SeededMeasurement.Keep) ? (string[])[Data, data, SeededMeasurement.Keep, kept] : [],
                ];
                if (await measurement.Parse(arguments).InvokeAsync(cancellationToken: cancellationToken) != 0)
                {
                    throw new BenchException($"{measurement.Name} could not be measured; the reports of those before it are in {folder}.");
                }
            }
        }
        finally
        {
            if (Directory.Exists(kept))
            {
                Directory.Delete(kept, recursive: true);
            }
        }

        var reports = await Task.WhenAll(measurements.Select(measurement => File.ReadAllTextAsync(Path.Combine(folder, measurement.Name + ".md"), cancellationToken)));
        await File.WriteAllTextAsync(Path.Combine(folder, Name + ".md"), string.Join(Environment.NewLine, reports), cancellationToken);
    }
}
