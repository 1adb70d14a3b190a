using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Ordeals;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>crash</c>: the real process killed again and again under mixed load, and what was found wrong after it.</summary>
internal static class CrashCommand
{
    private const int Failed = 1;
    private const int QuickKills = 5;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var kills = new Option<int>("--kills") { Description = "How often the process is killed.", DefaultValueFactory = _ => 50 };
        var minutes = new Option<double>("--minutes") { Description = "The least time the load lasts." };
        var seed = new Option<int>("--seed") { Description = "Draws the same people and moments again.", DefaultValueFactory = _ => Random.Shared.Next() };
        var quick = new Option<bool>("--quick") { Description = "Five kills." };
        var folder = new Option<string>("--out") { Description = "The folder to write crash.json and crash.md to.", DefaultValueFactory = _ => Path.Combine("artifacts", "bench"), HelpName = "DIR" };
        var command = new Command("crash", "Kill the real process under mixed load, start it again, and prove from outside that nothing is lost, doubled, stuck or broken; then the same with a full disk, torn and destroyed log tails, and bits turned over. Exit code 1 where something is.")
        {
            kills, minutes, seed, quick, folder,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SoakSettings
            {
                Seed = parsed.GetValue(seed),
                Interruptions = parsed.GetValue(quick) ? QuickKills : parsed.GetValue(kills),
                Least = TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            },
            parsed.GetRequiredValue(folder),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SoakSettings settings, string folder, CancellationToken cancellationToken)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {settings.Seed}"));
        try
        {
            var outcome = await Soak.RunAsync(settings, Tell, cancellationToken);
            var faults = await FaultPhases.RunAsync(settings.Seed, Console.WriteLine, cancellationToken);
            var report = new Report("crash", Machine.Describe(), Settings(settings), [.. Figures(outcome), .. faults.Select(FaultPhases.Figure)]);
            ReportTable.Print(report);
            await ReportFiles.WriteAsync(report, folder, cancellationToken);
            var wrong = faults.Select(fault => fault.Findings).Prepend(outcome.Findings).Where(findings => !findings.IsSound).ToList();
            if (wrong.Count == 0)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong));
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }

        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The same again: --seed {settings.Seed} --kills {settings.Interruptions}"));
        return Failed;
    }

    private static void Tell(SoakProgress progress) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Interruptions,4} kills  {progress.Cases,7:#,0} cases  {progress.Acknowledged,8:#,0} acknowledged"));

    private static IReadOnlyList<string> Settings(SoakSettings settings) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"seed {settings.Seed}, {settings.AtOnce} people at once, {settings.DaysASecond} days a second"),
        "SIGKILL in load, right after an answer 202, in start-up, and in start-up again",
        "Agencies: 30 % of answers lost after the work was done, 5 % refused, 5 % handled twice",
        "Proved by the API, by the data file, by hukou verify, and by the agencies' own books",
    ];

    private static IReadOnlyList<Figure> Figures(SoakOutcome outcome)
    {
        const string Load = "load", Books = "books", Wrongs = "found wrong";
        double[] ready = [.. outcome.UntilReady.Select(until => until.TotalSeconds)];
        return
        [
            new(Load, "kills", outcome.Interruptions, "kills"),
            new(Load, "cases", outcome.Cases, "cases"),
            new(Load, "acknowledged", outcome.Acknowledged, "answers 202"),
            new(Load, "journal entries", outcome.Entries, "entries"),
            Figure.OfRuns(Load, "kill to ready", ready, "s", "until the statistics answer again"),
            new(Books, "settled", outcome.Settled, "cases"),
            new(Books, "granted", outcome.Grants, "benefits"),
            new(Books, "asked for", outcome.Requests, "requests", Detail: "under the keys of those benefits"),
            .. Enum.GetValues<Wrong>().Select(kind => new Figure(Wrongs, CultureInfo.InvariantCulture.TextInfo.ToLower(kind.ToString()), outcome.Findings.Count(kind), "findings")),
        ];
    }
}
