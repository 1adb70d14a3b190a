using System.Diagnostics;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Bench.Appends;

/// <summary>One run: how many appends a second, and how long each took.</summary>
/// <param name="PerSecond">Appends a second, all writers together.</param>
/// <param name="Milliseconds">How long each took.</param>
internal sealed record AppendRun(double PerSecond, IReadOnlyList<double> Milliseconds)
{
    /// <summary>Makes the appends, by so many writers at once.</summary>
    /// <exception cref="BenchException">One was not made.</exception>
    public static async Task<AppendRun> OfAsync(ICaseStore store, IReadOnlyList<CaseAppend> appends, int writers, CancellationToken cancellationToken)
    {
        var took = new double[appends.Count];
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, appends.Count, new ParallelOptions { MaxDegreeOfParallelism = writers, CancellationToken = cancellationToken }, async (index, ending) =>
        {
            var start = Stopwatch.GetTimestamp();
            if (await store.AppendAsync(appends[index], ending) is not AppendResult.Appended)
            {
                throw new BenchException("An append that nothing stands against was not made.");
            }

            took[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return new AppendRun(appends.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, took);
    }
}
