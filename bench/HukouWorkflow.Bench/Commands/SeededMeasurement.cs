using System.CommandLine;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Bench.Commands;

/// <summary>A subcommand that measures in seeded folders: it is told where they go, and which are kept.</summary>
internal static class SeededMeasurement
{
    /// <summary>The option that names where seeded folders are kept.</summary>
    public const string Keep = "--keep";

    /// <summary>How folders are filled, for a report's settings.</summary>
    public const string How =
        "Seeded with the store's own writer in the order of arrival, every case sealed and hashed under the folder's own keys, in one transaction without a log; no kept answers: those of old cases have aged out";

    /// <summary>Builds the subcommand.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="measure">Measures.</param>
    public static Command Create(string name, string description, Func<SeededRequest, CancellationToken, Task<Report>> measure)
    {
        var data = new Option<string>("--data") { Description = "Where the seeded folders are made, and removed afterwards. 10 million cases take some 15 GB.", DefaultValueFactory = _ => Path.GetTempPath(), HelpName = "DIR" };
        var keep = new Option<string?>(Keep) { Description = "Where seeded folders of a million cases and more are kept, and found again by other commands.", HelpName = "DIR" };
        return Measurement.Create(
            name,
            description,
            (parsed, quick, cancellationToken) => measure(
                new SeededRequest(
                    quick,
                    parsed.GetRequiredValue<string>(Measurement.Out),
                    new SeedPlace(parsed.GetRequiredValue(data), parsed.GetValue(keep)),
                    PolicyFolders.Load(PolicyFolders.Default)),
                cancellationToken),
            data,
            keep);
    }
}
