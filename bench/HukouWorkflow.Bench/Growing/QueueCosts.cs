using System.Diagnostics;
using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace HukouWorkflow.Bench.Growing;

/// <summary>What the due queue and the reads beside it cost in a seeded folder, without a service around them.</summary>
internal sealed class QueueCosts(SeededFolder folder, PolicyBook book, ICaseStore store, QueueLoad load)
{
    private const int DueAtOnce = 256;
    private const int Page = 50;
    private const int MovedAtOnce = 64;

    private int _number;

    /// <summary>Opens the folder's store and measures.</summary>
    public static async Task<IReadOnlyList<SizedRuns>> MeasureAsync(SeededFolder folder, PolicyBook book, QueueLoad load, CancellationToken cancellationToken)
    {
        await using var store = SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);
        return await new QueueCosts(folder, book, store, load).MeasureAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<SizedRuns>> MeasureAsync(CancellationToken cancellationToken) =>
    [
        await TimeAsync("The next wake", "ReadDue of 1", _ => store.ReadDueAsync(Instant.MaxValue, 1, cancellationToken)),
        await TimeAsync("What is due", $"ReadDue of {DueAtOnce}", _ => store.ReadDueAsync(Instant.MaxValue, DueAtOnce, cancellationToken)),
        await TimeAsync("A case loaded", "any of the folder, its journal folded and its chain proved", id => store.LoadAsync(id, cancellationToken)),
        await TimeAsync("A page of work", $"the first {Page} cases of all districts", _ => store.ListAsync(new CaseQuery(null, null, null, null, Page), cancellationToken)),
        await TimeMovesAsync(cancellationToken),
    ];

    private async Task<SizedRuns> TimeAsync<T>(string what, string detail, Func<CaseId, Task<T>> read)
    {
        var runs = new List<double>();
        for (var run = 0; run <= load.Runs; run++)
        {
            CaseId[] ids = [.. Enumerable.Range(0, load.Reads).Select(_ => SeededCases.IdOf(folder.Plan, NextNumber()))];
            var began = Stopwatch.GetTimestamp();
            foreach (var id in ids)
            {
                await read(id);
            }

            runs.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / load.Reads);
        }

        return Counting(what, detail, runs);
    }

    /// <summary>Moves wakes by a day: appends without an event, many under way, as a busy scheduler makes them.</summary>
    private async Task<SizedRuns> TimeMovesAsync(CancellationToken cancellationToken)
    {
        var runs = new List<double>();
        for (var run = 0; run <= load.Runs; run++)
        {
            var moves = new List<CaseAppend>();
            foreach (var number in Enumerable.Range(0, load.Moves).Select(_ => NextNumber()).Distinct())
            {
                var id = SeededCases.IdOf(folder.Plan, number);
                moves.Add(Moved((await store.LoadAsync(id, cancellationToken))!, await store.FindWakeAsync(id, cancellationToken)));
            }

            var began = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(
                moves,
                new ParallelOptions { MaxDegreeOfParallelism = MovedAtOnce, CancellationToken = cancellationToken },
                async (move, ending) => _ = await store.AppendAsync(move, ending) as AppendResult.Appended ?? throw new BenchException("A wake that nothing stands against was not moved."));
            runs.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / moves.Count);
        }

        return Counting("A wake moved", $"an append without an event, {MovedAtOnce} under way, on the disk", runs);
    }

    // The first run warms caches and compiled code.
    private SizedRuns Counting(string what, string detail, IEnumerable<double> runs) => new(what, "µs", folder.Plan.Cases, [.. runs.Skip(1)], detail);

    private CaseAppend Moved(CaseState state, Instant? wake) => new()
    {
        State = state,
        Events = [],
        At = state.LastAt,
        NextWake = wake + Duration.FromDays(1),
        Due = Effects.Of(state, book, state.LastAt).Due,
    };

    // Scattered over the folder, and the same in every run of the program.
    private int NextNumber() => (int)(SeedDice.Scatter((ulong)_number++) % (ulong)folder.Plan.Cases);
}
