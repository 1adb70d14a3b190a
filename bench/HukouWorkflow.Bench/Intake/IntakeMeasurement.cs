using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Intake;

/// <summary>Applications accepted and durable a second, beside the same endpoint without storage and a constant one.</summary>
internal static class IntakeMeasurement
{
    private const string WithoutStorage = "the same endpoint without storage";
    private const string AsConstant = "a constant endpoint";

    /// <summary>Measures all of it.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(IntakeLoad load, CancellationToken cancellationToken)
    {
        List<Figure> figures = [];
        IReadOnlyList<double>? atFewest = null;
        foreach (var connections in load.Connections)
        {
            var part = $"Intake at {connections} connections";
            var runs = await RunAsync(load, connections, cancellationToken);
            var rates = Rates(runs.Service);
            figures.AddRange(Describe(part, runs));
            if (atFewest is null)
            {
                atFewest = rates;
            }
            else
            {
                figures.Add(Figure.OfRuns(part, "Accepted and durable", rates, "/s", "").Beside($"at {load.Connections[0]} connections", atFewest));
            }
        }

        return figures;
    }

    // In turn, so that a machine that is busy with else for a while slows all three.
    private static async Task<Runs> RunAsync(IntakeLoad load, int connections, CancellationToken cancellationToken)
    {
        var runs = new Runs([], [], []);
        for (var run = 0; run < load.Runs; run++)
        {
            runs.Service.Add(await IntakeRun.OfServiceAsync(load, connections, cancellationToken));
            runs.NoStorage.Add(await IntakeRun.OfBaselineAsync(Baseline.NoStorage, load, connections, cancellationToken));
            runs.Constant.Add(await IntakeRun.OfBaselineAsync(Baseline.Constant, load, connections, cancellationToken));
        }

        return runs;
    }

    private static IEnumerable<Figure> Describe(string part, Runs runs)
    {
        var service = runs.Service;
        yield return Of("Accepted and durable", Rates, "/s", WithoutStorage, runs.NoStorage);
        yield return Of("Accepted and durable", Rates, "/s", AsConstant, runs.Constant);
        yield return Of("Latency p50", all => Each(all, run => run.Load.Latency.P50), "ms", WithoutStorage, runs.NoStorage);
        yield return Of("Latency p99", all => Each(all, run => run.Load.Latency.P99), "ms", WithoutStorage, runs.NoStorage);
        yield return Of("Latency p99.9", all => Each(all, run => run.Load.Latency.P999), "ms", WithoutStorage, runs.NoStorage);
        yield return Of("Latency, longest", all => Each(all, run => run.Load.Latency.Max), "ms", WithoutStorage, runs.NoStorage);
        yield return Of("Service's processor time for 1,000", all => Each(all, run => run.CpuSecondsPerThousand), "s", WithoutStorage, runs.NoStorage);
        yield return Of("Generator's processor time for 1,000", all => Each(all, run => run.GeneratorSecondsPerThousand), "s", AsConstant, runs.Constant);
        yield return Figure.OfRuns(part, "Accepted by the same endpoint without storage", Rates(runs.NoStorage), "/s", "authentication, validation, deciding, sealing and hashing, and a store that keeps nothing");
        yield return Figure.OfRuns(part, "Accepted by a constant endpoint", Rates(runs.Constant), "/s", "Kestrel reads the body and answers 202");
        yield return Figure.OfRuns(part, "Flushes", Each(service, run => run.Used.Flushes / run.Load.Seconds), "/s", "group commits, one fdatasync each");
        yield return Figure.OfRuns(part, "Appends a flush", Each(service, run => run.Used.Appends / run.Used.Flushes), "", "");
        yield return Figure.OfRuns(part, "On disk an application", Each(service, run => (double)run.Bytes / run.Load.Accepted), "bytes", "the data file after the service stopped");
        yield return new Figure(part, "Acknowledged and missing", 0, "", Detail: $"every one of {service.Sum(run => run.Load.Accepted):#,0} ids was found in the data file");

        Figure Of(string what, Func<IReadOnlyList<IntakeRun>, IReadOnlyList<double>> read, string unit, string yardstick, IReadOnlyList<IntakeRun> baseline) =>
            Figure.OfRuns(part, what, read(service), unit, "").Beside(yardstick, read(baseline));
    }

    private static IReadOnlyList<double> Rates(IReadOnlyList<IntakeRun> runs) => Each(runs, run => run.Load.PerSecond);

    private static IReadOnlyList<double> Each(IReadOnlyList<IntakeRun> runs, Func<IntakeRun, double> read) => [.. runs.Select(read)];

    private sealed record Runs(List<IntakeRun> Service, List<IntakeRun> NoStorage, List<IntakeRun> Constant);
}
