using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Micro;

/// <summary>Runs <see cref="CaseWork"/>, and reads off what BenchmarkDotNet measured.</summary>
internal static class MicroFigures
{
    private const string Part = "One operation on one core";
    private const string Hash = nameof(CaseWork.Hash);

    /// <summary>Measures.</summary>
    /// <param name="quick">Fewer iterations.</param>
    public static IReadOnlyList<Figure> Measure(bool quick)
    {
        // In this process: a newcomer's machine need not restore and build another project for each run.
        var job = (quick ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        using var artifacts = new ScratchFolder();
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(artifacts.Path);
        var summary = BenchmarkRunner.Run<CaseWork>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
        {
            throw new BenchException($"BenchmarkDotNet could not measure: {string.Join(" ", summary.ValidationErrors.Select(error => error.Message))}");
        }

        var yardstick = Nanoseconds(summary.Reports.Single(report => string.Equals(report.BenchmarkCase.Descriptor.WorkloadMethod.Name, Hash, StringComparison.Ordinal)));
        return [.. summary.Reports.Select(report => FigureOf(report, yardstick))];
    }

    private static Figure FigureOf(BenchmarkReport report, IReadOnlyList<double> yardstick)
    {
        var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        var figure = Figure.OfRuns(
            Part,
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            [.. Nanoseconds(report).Select(nanoseconds => nanoseconds / 1000)],
            "µs",
            $"{FigureText.Number(allocated)} bytes allocated");
        return figure.Beside("hash a journal entry", [.. yardstick.Select(nanoseconds => nanoseconds / 1000)]);
    }

    private static List<double> Nanoseconds(BenchmarkReport report) => [.. report.ResultStatistics!.OriginalValues];
}
