using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Moving;
using HukouWorkflow.Local.Storage;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou reindex</c>: makes anew what a store keeps beside the journals.</summary>
internal static class ReindexCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var place = new PlaceOptions();
        var policies = CommonOptions.Policies();
        var command = new Command("reindex", "Make wakes, work lists, counts and reservations anew from the journals. A data folder must not be served meanwhile; tables may be in use.") { place.Data, place.Storage, policies };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(place.Read(parsed), parsed.GetValue(policies) ?? PolicyFolders.Default, cancellationToken)));
        return (command, "hukou reindex --data ./data");
    }

    private static async Task<int> RunAsync(StorePlace place, string policies, CancellationToken cancellationToken)
    {
        var book = PolicyFolders.Load(policies);
        await using var opened = await place.OpenToWriteAsync(cancellationToken);
        var mover = new CaseMover(opened.Archive, book, TimeProvider.System);
        var (totals, strays) = await mover.ReindexAsync(
            (id, why) => Console.Error.WriteLine($"broken  case {id}  {why}"),
            cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{totals.Changed} cases mended, {totals.Unchanged} in order, {totals.Refused} broken, {strays} strays removed"));
        return totals.Refused == 0 ? 0 : Failure.Code;
    }
}
