using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Lifecycles;

/// <summary>Cases submitted over HTTP and settled a second, beside intake alone.</summary>
internal static class LifecycleMeasurement
{
    private const string IntakeAlone = "intake alone of the same applications";
    private const double Thousand = 1_000;

    /// <summary>Measures all of it.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(LifecycleLoad load, CancellationToken cancellationToken)
    {
        List<LifecycleRun> inProcess = [];
        List<LifecycleRun> overHttp = [];
        List<LifecycleRun> accepted = [];
        for (var run = 0; run < load.Runs; run++)
        {
            inProcess.Add(await InProcessAsync(load, cancellationToken));
            overHttp.Add(await OverHttpAsync(load, cancellationToken));
            accepted.Add(await AcceptedAsync(load, cancellationToken));
        }

        return [.. Describe("Agencies in process", inProcess, accepted), .. Describe("Agencies over loopback HTTP", overHttp, accepted)];
    }

    private static async Task<LifecycleRun> InProcessAsync(LifecycleLoad load, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var service = await RunningService.BaselineAsync(Baseline.AgenciesInProcess, folder.In("data"), cancellationToken);
        return await LifecycleRun.OfSettledAsync(service, load, cancellationToken);
    }

    private static async Task<LifecycleRun> OverHttpAsync(LifecycleLoad load, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var agencies = await RunningAgencies.StartAsync(cancellationToken);
        await using var service = await RunningService.ServeAsync(folder.In("data"), agencies.Address, [], cancellationToken);
        return await LifecycleRun.OfSettledAsync(service, load, cancellationToken);
    }

    private static async Task<LifecycleRun> AcceptedAsync(LifecycleLoad load, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var service = await RunningService.ServeAsync(folder.In("data"), agencies: null, [], cancellationToken);
        return await LifecycleRun.OfAcceptedAsync(service, load, cancellationToken);
    }

    private static IEnumerable<Figure> Describe(string part, IReadOnlyList<LifecycleRun> settled, IReadOnlyList<LifecycleRun> accepted)
    {
        yield return Of("Submitted and settled", run => run.PerSecond, "cases/s");
        yield return Of("Until the last was accepted", run => run.SubmittedSeconds, "s");
        yield return Of("Service's processor time for 1,000", run => run.Used.Cpu.TotalSeconds / run.Cases * Thousand, "s");
        yield return Of("Flushes a case", run => run.Used.Flushes / run.Cases, "");
        yield return Of("Appends a case", run => run.Used.Appends / run.Cases, "");
        yield return Of("Journal entries a case", run => (double)run.Entries / run.Cases, "");
        yield return Figure.OfRuns(part, "Steps", [.. settled.Select(run => run.Used.Steps / run.Seconds)], "/s", "");
        yield return Figure.OfRuns(part, "Steps a case", [.. settled.Select(run => run.Used.Steps / run.Cases)], "", "");

        Figure Of(string what, Func<LifecycleRun, double> read, string unit) =>
            Figure.OfRuns(part, what, [.. settled.Select(read)], unit, "").Beside(IntakeAlone, [.. accepted.Select(read)]);
    }
}
