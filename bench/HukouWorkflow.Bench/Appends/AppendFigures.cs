using System.Globalization;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Bench.Appends;

/// <summary>Appends a second on SQLite and on Azurite. In each run one store is timed right after the other, so that a machine busy with else slows both.</summary>
internal static class AppendFigures
{
    private static readonly int[] Writers = [1, 8, 32];

    /// <summary>Times them all.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Azurite azurite, AppendLoad load, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hukou-bench-");
        try
        {
            await using var sqlite = SqliteCaseStore.Open(Path.Combine(folder.FullName, "data"), TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);
            using var tables = await TableCaseStore.OpenAsync(
                new TableStoreOptions { ConnectionString = azurite.ConnectionString, Prefix = $"b{Guid.NewGuid():N}" }, TimeProvider.System, NullLogger<TableCaseStore>.Instance, cancellationToken);
            List<Figure> figures = [];
            foreach (var writers in Writers)
            {
                figures.AddRange(await MeasureAsync(sqlite, tables, writers, load, cancellationToken));
            }

            return figures;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(SqliteCaseStore sqlite, TableCaseStore tables, int writers, AppendLoad load, CancellationToken cancellationToken)
    {
        List<(AppendRun First, AppendRun FollowUps)> onSqlite = [];
        List<(AppendRun First, AppendRun FollowUps)> onTables = [];
        for (var run = 0; run <= load.Runs; run++)
        {
            onSqlite.Add(await RunAsync(sqlite, writers, load, cancellationToken));
            onTables.Add(await RunAsync(tables, writers, load, cancellationToken));
        }

        // The first run warms caches, connections and compiled code.
        return
        [
            .. Compare("First appends of distinct cases", writers, [.. onSqlite.Skip(1).Select(run => run.First)], [.. onTables.Skip(1).Select(run => run.First)]),
            .. Compare("Follow-up appends, one a case", writers, [.. onSqlite.Skip(1).Select(run => run.FollowUps)], [.. onTables.Skip(1).Select(run => run.FollowUps)]),
        ];
    }

    private static async Task<(AppendRun First, AppendRun FollowUps)> RunAsync(ICaseStore store, int writers, AppendLoad load, CancellationToken cancellationToken)
    {
        var first = CaseAppends.First(load.Appends);
        var begun = await AppendRun.OfAsync(store, first, writers, cancellationToken);
        return (begun, await AppendRun.OfAsync(store, CaseAppends.FollowUps(first), writers, cancellationToken));
    }

    private static IEnumerable<Figure> Compare(string what, int writers, IReadOnlyList<AppendRun> sqlite, IReadOnlyList<AppendRun> azurite)
    {
        var part = string.Create(CultureInfo.InvariantCulture, $"{what}, {writers} at once");
        yield return Figure.OfRuns(part, "SQLite to Azurite", [.. sqlite.Zip(azurite, (one, other) => one.PerSecond / other.PerSecond)], "x", "the same appends in the same run");
        yield return Rate(part, "SQLite", sqlite);
        yield return Rate(part, "Azurite", azurite);
    }

    private static Figure Rate(string part, string store, IReadOnlyList<AppendRun> runs)
    {
        double[] took = [.. runs.SelectMany(run => run.Milliseconds).Order()];
        return Figure.OfRuns(part, store, [.. runs.Select(run => run.PerSecond)], "appends/s", $"an append: p50 {FigureText.Number(At(0.50))} ms, p99 {FigureText.Number(At(0.99))} ms");

        double At(double share) => took[(int)Math.Ceiling(share * took.Length) - 1];
    }
}
