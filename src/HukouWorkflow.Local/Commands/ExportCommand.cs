using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Local.Moving;
using HukouWorkflow.Local.Storage;
using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou export</c>: every case of a store into one file, byte for byte.</summary>
internal static class ExportCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var file = new Argument<string>("FILE") { Description = "The archive to write; it must not be there yet." };
        var place = new PlaceOptions();
        var command = new Command("export", "Write every case into one archive, byte for byte, also while the service runs. Personal data stays sealed; its keys are not in the archive.") { file, place.Data, place.Storage };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(place.Read(parsed), parsed.GetRequiredValue(file), cancellationToken)));
        return (command, "hukou export cases.hukou --data ./data");
    }

    private static async Task<int> RunAsync(StorePlace place, string file, CancellationToken cancellationToken)
    {
        await using var source = await place.OpenToReadAsync(cancellationToken);
        await using var stream = new FileStream(file, Options());
        using var writer = new ArchiveWriter(stream);
        long cases = 0, entries = 0, broken = 0;
        await Terminal.Create().Progress().HideCompleted(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("Exporting cases").IsIndeterminate();
            await foreach (var stored in source.Archive.ReadAllAsync(cancellationToken))
            {
                stored.Fold(out var link);
                if (link is { } fault)
                {
                    // Kept as it is: what is wrong with it can still be looked into from the archive.
                    broken++;
                    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"broken  case {stored.Id}  entry {fault.Version}  {fault.Fault}"));
                }

                writer.Add(stored);
                cases++;
                entries += stored.Journal.Count;
                task.Description = string.Create(CultureInfo.InvariantCulture, $"Exporting cases: {cases}");
            }
        });
        writer.End();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {entries} entries, {broken} broken, in {Path.GetFullPath(file)}"));
        return broken == 0 ? 0 : Failure.Code;
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 20 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
