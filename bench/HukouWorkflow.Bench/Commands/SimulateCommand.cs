using System.CommandLine;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Bench.Simulating;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>simulate</c>: how long the five-year forecast takes, and whether it is linear in people.</summary>
internal static class SimulateCommand
{
    private static readonly int[] People = [100_000, 1_000_000];
    private static readonly int[] QuickPeople = [5_000, 20_000];

    /// <summary>Builds the command.</summary>
    public static Command Create() => Measurement.Create(
        "simulate",
        "Time, processor time and memory of hukou simulate for 1,000,000 people over ten years, beside a tenth of them.",
        (quick, cancellationToken) => MeasureAsync(quick ? QuickPeople : People, cancellationToken));

    private static async Task<Report> MeasureAsync(IReadOnlyList<int> people, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        return new Report(
            "simulate",
            machine,
            [$"hukou simulate --pack chongqing --years {SimulationFigures.Years}, a process of its own, from its start to its end with tables and charts written; one run each"],
            await SimulationFigures.MeasureAsync(people, cancellationToken));
    }
}
