using System.CommandLine;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Lifecycles;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>lifecycle</c>: cases submitted over HTTP and settled a second.</summary>
internal static class LifecycleCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() => Measurement.Create(
        "lifecycle",
        "Cases submitted over HTTP and settled a second, with the agencies in process and over loopback HTTP, beside intake alone.",
        (quick, cancellationToken) => MeasureAsync(quick ? LifecycleLoad.Quick : LifecycleLoad.Full, cancellationToken));

    private static async Task<Report> MeasureAsync(LifecycleLoad load, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        string[] settings =
        [
            .. ServiceSettings.Describe(),
            $"{load.Runs} runs of each host in turn, each in a new process on an empty folder; {load.WarmUp} cases go before, then {load.Cases} are submitted over {LifecycleLoad.Connections} connections",
            "People whose residence is complete: every case is checked with the registers, granted its benefits and settled. Counted from the first submission until the data file, looked at from outside every 50 ms, says that the last is settled",
        ];
        return new Report("lifecycle", machine, settings, await LifecycleMeasurement.MeasureAsync(load, cancellationToken));
    }
}
