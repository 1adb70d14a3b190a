using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Sqlite;
using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou verify</c>: every hash chain, link by link.</summary>
internal static class VerifyCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var data = CommonOptions.Data();
        var command = new Command("verify", "Check the hash chain of every journal, also while the service runs. Exit code 1 where a link is broken.") { data };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => Task.FromResult(Run(parsed.GetRequiredValue(data), cancellationToken))));
        return (command, "hukou verify --data ./data");
    }

    private static int Run(string folder, CancellationToken cancellationToken)
    {
        using var verifier = JournalVerifier.Open(folder);
        long cases = 0, entries = 0, broken = 0;
        var console = Terminal.Create();
        console.Progress().HideCompleted(true).Start(progress =>
        {
            var task = progress.AddTask("Checking journals", maxValue: Math.Max(1, verifier.LastNumber));
            foreach (var verdict in verifier.Verify())
            {
                cancellationToken.ThrowIfCancellationRequested();
                cases++;
                entries += verdict.Entries;
                task.Value = cases;
                if (verdict.Broken is { } link)
                {
                    broken++;
                    console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]broken[/]  case {verdict.Id?.ToString() ?? $"number {verdict.Number}"}  entry {link.Version}  {link.Fault}");
                }
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {entries} entries, {broken} broken"));
        return broken == 0 ? 0 : Failure.Code;
    }
}
