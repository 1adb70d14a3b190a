using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Keys;
using HukouWorkflow.Local.Moving;
using HukouWorkflow.Local.Storage;
using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou import</c>: the cases of an archive into a store, byte for byte.</summary>
internal static class ImportCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var file = new Argument<string>("FILE") { Description = "An archive that hukou export wrote." };
        var keys = new Option<string?>("--keys")
        {
            Description = "The keys folder of the data folder the cases come from. The store takes its keys over first; without it, it must have them already.",
            HelpName = "DIR",
        };
        var place = new PlaceOptions();
        var policies = CommonOptions.Policies();
        var command = new Command("import", "Take the cases of an archive over, byte for byte. Nothing is taken from an archive that is cut short or altered; an interrupted import can be run again.") { file, keys, place.Data, place.Storage, policies };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(
            place.Read(parsed),
            parsed.GetRequiredValue(file),
            parsed.GetValue(keys),
            parsed.GetValue(policies) ?? PolicyFolders.Default,
            cancellationToken)));
        return (command, "hukou import cases.hukou --keys ./data/keys --storage UseDevelopmentStorage=true");
    }

    private static async Task<int> RunAsync(StorePlace place, string file, string? keys, string policies, CancellationToken cancellationToken)
    {
        var book = PolicyFolders.Load(policies);
        var cases = Check(file);
        if (keys is not null)
        {
            await (await place.OpenKeysAsync(cancellationToken)).TakeAsync(DataKeys.In(keys), cancellationToken);
        }

        await using var target = await place.OpenToWriteAsync(cancellationToken);
        var mover = new CaseMover(target.Archive, book, TimeProvider.System);
        await using var stream = Open(file);
        var totals = new MoveTotals();
        await Terminal.Create().Progress().HideCompleted(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("Importing cases", maxValue: Math.Max(1, cases));
            totals = await mover.ImportAsync(
                ArchiveReader.Read(stream).Select(stored =>
                {
                    task.Increment(1);
                    return stored;
                }),
                (id, why) => Console.Error.WriteLine($"refused  case {id}  {why}"),
                cancellationToken);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{totals.Changed} cases imported, {totals.Unchanged} there already, {totals.Refused} refused"));
        return totals.Refused == 0 ? 0 : Failure.Code;
    }

    // Read to its end once, so that nothing is taken from an archive that does not hold.
    private static long Check(string file)
    {
        using var stream = Open(file);
        return ArchiveReader.Read(stream).LongCount();
    }

    private static FileStream Open(string file) => new(file, new FileStreamOptions { BufferSize = 1 << 20, Options = FileOptions.SequentialScan });
}
