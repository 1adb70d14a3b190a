using System.CommandLine;
using HukouWorkflow.Bench.Micro;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>micro</c>: what the work of a case costs, an operation at a time, with what it allocates.</summary>
internal static class MicroCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() => Measurement.Create(
        "micro",
        "Time and memory of one operation (read, decide, evaluate, explain, fold, serialize, hash, encrypt), by BenchmarkDotNet.",
        (quick, _) => Task.FromResult(Measure(quick)));

    private static Report Measure(bool quick)
    {
        var machine = Machine.Describe();
        return new Report(
            "micro",
            machine,
            [
                $"BenchmarkDotNet {typeof(BenchmarkDotNet.Running.BenchmarkRunner).Assembly.GetName().Version!.ToString(3)}, {(quick ? "one cold run: shows only that it works" : "short run: 3 warm-ups, 3 iterations")}, in this process",
                $"The sample application of wang-xiuying, five years with four endorsements; {new CaseWork().Entries} journal entries when settled",
            ],
            MicroFigures.Measure(quick));
    }
}
