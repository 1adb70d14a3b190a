using System.CommandLine;
using HukouWorkflow.Bench.Appends;
using HukouWorkflow.Bench.Lives;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>storage</c>: what a case costs in storage transactions and executions, and how fast stores append.</summary>
internal static class StorageCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() => Measurement.Create(
        "storage",
        "Count a case's storage transactions at Azurite and its orchestration's work in virtual time; then time appends on Azurite and SQLite.",
        (quick, cancellationToken) => MeasureAsync(quick ? AppendLoad.Quick : AppendLoad.Full, cancellationToken));

    private static async Task<Report> MeasureAsync(AppendLoad load, CancellationToken cancellationToken)
    {
        var program = AzuriteProgram.Find() ?? throw new BenchException(AzuriteProgram.Missing);
        await using var azurite = await Azurite.StartAsync(program);
        var settled = await FunctionsMeasurement.OfSettledCaseAsync(azurite, cancellationToken);
        var waiting = await FunctionsMeasurement.OfWaitingCaseAsync(azurite, cancellationToken);
        var local = await LocalMeasurement.OfSettledCaseAsync(azurite, cancellationToken);
        IReadOnlyList<Figure> counted =
        [
            .. StorageFigures.OfLife(settled, local),
            .. StorageFigures.OfWaiting(waiting),
            .. TaskHubFigures.Of(settled, waiting),
        ];

        // Last, and with nothing else under way: only here does time matter.
        return new Report("storage", Machine.Describe(), Settings(program, load), [.. counted, .. await AppendFigures.MeasureAsync(azurite, load, cancellationToken)]);
    }

    private static IReadOnlyList<string> Settings(string program, AppendLoad load) =>
    [
        $"Azurite {AzuriteProgram.VersionOf(program)} (an emulator in Node, on the same cores), data in memory",
        $"Azure.Data.Tables: {StorageClient.Describe()}",
        "Counted at Azurite: every HTTP request that a reverse proxy passes on to its table port, whatever sent it, retries too; the store's own meter must agree",
        "Functions: triggers, orchestrators and activities of the app in virtual time; the Durable Task extension and its storage provider do not run here, so the task hub's transactions are a formula",
        $"Appends: {load.Appends} a run, {load.Runs} runs after one that does not count, the stores in turn; SQLite on disk with synchronous=FULL",
    ];
}
