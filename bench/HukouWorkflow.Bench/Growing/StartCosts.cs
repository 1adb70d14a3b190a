using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Growing;

/// <summary>How long the service takes to be there, after it was stopped and after it was killed.</summary>
internal static class StartCosts
{
    private const int Connections = 4;
    private const int MostPeople = 200_000;
    private static readonly TimeSpan UntilKilled = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Applying = TimeSpan.FromSeconds(3.2);

    /// <summary>Starts a stopped service.</summary>
    public static async Task<SizedRuns> MeasureAsync(SeededFolder folder, int runs, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            await using var service = await SeededService.StartAsync(folder, cancellationToken);
            took.Add(service.StartToReady.TotalMilliseconds);
            await service.StopAsync(cancellationToken);
        }

        return new SizedRuns("Start to ready", "ms", folder.Plan.Cases, took, "from the start of the process to the first 200 of /health/ready");
    }

    /// <summary>Kills a service that applications come in at, and starts it again.</summary>
    public static async Task<SizedRuns> MeasureKilledAsync(SeededFolder folder, int runs, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            await using (var service = await SeededService.StartAsync(folder, cancellationToken))
            {
                var plan = SeededService.WaitingApplicants(service, folder, Connections, MostPeople) with { Lasting = Applying, BreaksExpected = true };
                var result = await LoadGenerator.RunAsync(plan, cancellationToken, warm: () => KillLaterAsync(service.Process, cancellationToken));
                if (result.Accepted == 0)
                {
                    throw new BenchException("The service was killed before it took an application, so nothing was under way. Measure on a machine that is less busy.");
                }
            }

            await using var again = await SeededService.StartAsync(folder, cancellationToken);
            took.Add(again.StartToReady.TotalMilliseconds);
            await again.StopAsync(cancellationToken);
        }

        return new SizedRuns("kill -9 to ready", "ms", folder.Plan.Cases, took, FormattableString.Invariant($"killed after {UntilKilled.TotalSeconds:0} s of applications on {Connections} connections; from the next start of the process"));
    }

    private static async Task KillLaterAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        await Task.Delay(UntilKilled, cancellationToken);
        await process.KillAsync();
    }
}
