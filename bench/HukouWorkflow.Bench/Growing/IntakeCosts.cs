using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Growing;

/// <summary>How fast applications are taken beside so many open cases.</summary>
internal static class IntakeCosts
{
    private const int Connections = 64;
    private const int MostPeople = 2_000_000;

    /// <summary>Lets people apply.</summary>
    /// <param name="folder">The folder they are added to.</param>
    /// <param name="lasting">How long each run lasts, after as long a warm-up before the first.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<SizedRuns>> MeasureAsync(SeededFolder folder, TimeSpan lasting, int runs, CancellationToken cancellationToken)
    {
        List<LoadResult> results = [];
        await using var service = await SeededService.StartAsync(folder, cancellationToken);
        for (var run = 0; run < runs; run++)
        {
            var plan = SeededService.WaitingApplicants(service, folder, Connections, MostPeople) with { WarmUp = run == 0 ? lasting : TimeSpan.FromSeconds(1), Lasting = lasting };
            results.Add(await LoadGenerator.RunAcceptedAsync(plan, cancellationToken));
        }

        await service.StopAsync(cancellationToken);
        return
        [
            Of("Applications taken", "/s", result => result.PerSecond),
            Of("An application, p50", "ms", result => result.Latency.P50),
            Of("An application, p99", "ms", result => result.Latency.P99),
        ];

        SizedRuns Of(string what, string unit, Func<LoadResult, double> read) => new(what, unit, folder.Plan.Cases, [.. results.Select(read)], $"over HTTP on {Connections} connections, each accepted and on the disk");
    }
}
