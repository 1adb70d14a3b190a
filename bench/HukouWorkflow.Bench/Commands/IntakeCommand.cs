using System.CommandLine;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Intake;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>intake</c>: applications accepted and durable a second.</summary>
internal static class IntakeCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() => Measurement.Create(
        "intake",
        "Applications accepted and durable a second, at 64 and 256 connections, beside the same endpoint without storage and a constant one.",
        (quick, cancellationToken) => MeasureAsync(quick ? IntakeLoad.Quick : IntakeLoad.Full, cancellationToken));

    private static async Task<Report> MeasureAsync(IntakeLoad load, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        string[] settings =
        [
            .. ServiceSettings.Describe(),
            $"{load.Runs} runs of each host in turn, each in a new process on an empty folder; {load.WarmUp.TotalSeconds} s warm-up, {load.Lasting.TotalSeconds} s measured; the median, and of ratios the median of the runs' own",
        ];
        return new Report("intake", machine, settings, await IntakeMeasurement.MeasureAsync(load, cancellationToken));
    }
}
