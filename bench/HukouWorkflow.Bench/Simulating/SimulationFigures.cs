using System.Diagnostics;
using System.Globalization;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Simulating;

/// <summary>Runs <c>hukou simulate</c> as its users do, for some people and for many.</summary>
internal static class SimulationFigures
{
    /// <summary>The years simulated.</summary>
    public const int Years = 10;

    private const double Mebibyte = 1024 * 1024;

    /// <summary>Measures.</summary>
    /// <param name="people">How many people, few first.</param>
    /// <param name="cancellationToken">Ends the run under way.</param>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(IReadOnlyList<int> people, CancellationToken cancellationToken)
    {
        List<SimulationCost> costs = [];
        foreach (var many in people)
        {
            costs.Add(await RunAsync(many, cancellationToken));
        }

        var (few, most) = (costs[0], costs[^1]);
        var part = string.Create(CultureInfo.InvariantCulture, $"{most.People:#,0} people over {Years} years");
        var beside = string.Create(CultureInfo.InvariantCulture, $"{few.People:#,0} people");
        return
        [
            Of("Processor time for 1,000 people", most.CpuPerThousand, few.CpuPerThousand, "ms"),
            Of("Time from start to end", most.Took.TotalSeconds, few.Took.TotalSeconds, "s"),
            Of("People a second", most.People / most.Took.TotalSeconds, few.People / few.Took.TotalSeconds, "/s"),
            Of("Largest memory", most.Memory / Mebibyte, few.Memory / Mebibyte, "MB"),
        ];

        Figure Of(string what, double value, double other, string unit) => Figure.OfRuns(part, what, [value], unit, "").Beside(beside, [other]);
    }

    private static async Task<SimulationCost> RunAsync(int people, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var began = Stopwatch.GetTimestamp();
        await using var simulation = ChildProcess.Start(Programs.Hukou(
        [
            "simulate", "--pack", "chongqing", "--applicants", people.ToString(CultureInfo.InvariantCulture),
            "--years", Years.ToString(CultureInfo.InvariantCulture), "--out", folder.Path,
        ]));
        var (memory, cpu) = (0L, TimeSpan.Zero);
        while (simulation.IsRunning)
        {
            // The last look before its end is what is told: it may miss the last twentieth of a second.
            (memory, cpu) = (Math.Max(memory, simulation.ResidentBytes), simulation.CpuTime);
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        var took = Stopwatch.GetElapsedTime(began);
        await simulation.EndAsync(cancellationToken);
        return new SimulationCost(people, took, cpu, memory);
    }
}
