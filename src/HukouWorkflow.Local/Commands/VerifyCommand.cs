using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Local.Storage;
using HukouWorkflow.Sqlite;
using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou verify</c>: every hash chain, link by link.</summary>
internal static class VerifyCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var place = new PlaceOptions();
        var command = new Command("verify", "Check the hash chain of every journal, also while the service runs. Exit code 1 where a link is broken.") { place.Data, place.Storage };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(place.Read(parsed), cancellationToken)));
        return (command, "hukou verify --data ./data");
    }

    private static async Task<int> RunAsync(StorePlace place, CancellationToken cancellationToken)
    {
        long cases = 0, entries = 0, broken = 0;
        var console = Terminal.Create();
        await console.Progress().HideCompleted(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("Checking journals").IsIndeterminate();
            await foreach (var verdict in JudgeAsync(place, cancellationToken))
            {
                cases++;
                entries += verdict.Entries;
                task.Description = string.Create(CultureInfo.InvariantCulture, $"Checking journals: {cases}");
                if (verdict.Broken is { } link)
                {
                    broken++;
                    console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]broken[/]  case {verdict.Case}  entry {link.Version}  {link.Fault}");
                }
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {entries} entries, {broken} broken"));
        return broken == 0 ? 0 : Failure.Code;
    }

    private static async IAsyncEnumerable<Verdict> JudgeAsync(StorePlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (place.Account is null)
        {
            // Sees what an archive cannot: cases whose own row is gone, and columns that lists show.
            using var verifier = JournalVerifier.Open(place.DataFolder);
            foreach (var verdict in verifier.Verify())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new Verdict(verdict.Id?.ToString() ?? $"number {verdict.Number}", verdict.Entries, verdict.Broken);
            }
        }
        else
        {
            await using var opened = await place.OpenToReadAsync(cancellationToken);
            await foreach (var stored in opened.Archive.ReadAllAsync(cancellationToken))
            {
                stored.Fold(out var broken);
                yield return new Verdict(stored.Id.ToString(), stored.Journal.Count, broken);
            }
        }
    }

    private readonly record struct Verdict(string Case, int Entries, BrokenLink? Broken);
}
