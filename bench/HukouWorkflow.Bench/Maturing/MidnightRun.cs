using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Seeding;
using NodaTime;

namespace HukouWorkflow.Bench.Maturing;

/// <summary>Runs over a midnight at which all cases of a folder fall due, while people apply all the time.</summary>
internal sealed class MidnightRun(MidnightPlan plan, SeededFolder folder, RunningService service, MaturedCases cases)
{
    private const int Connections = 64;
    private const int MostPeople = 1_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    private readonly List<IntakeWindow> _windows = [];
    private Duration? _ahead;

    /// <summary>Runs from before the midnight until every case is settled.</summary>
    /// <exception cref="BenchException">The cases are not settled in twenty minutes.</exception>
    public static async Task<MidnightOutcome> OfAsync(MidnightPlan plan, SeededFolder folder, CancellationToken cancellationToken)
    {
        await using var service = await RunningService.BaselineAsync(Baseline.AgenciesInProcess, folder.Data, cancellationToken, plan.Begin);
        using var cases = MaturedCases.Open(folder);
        var run = new MidnightRun(plan, folder, service, cases);
        var deadline = TimeProvider.System.GetUtcNow() + Longest;
        while (!cases.AreSettled())
        {
            await run.MeasureAsync(cancellationToken);
            if (TimeProvider.System.GetUtcNow() > deadline)
            {
                throw new BenchException($"{plan.Cases} cases that fell due together are not settled after {Longest}.");
            }
        }

        await service.StopAsync(cancellationToken);
        return new MidnightOutcome([.. cases.MaturedAt().Select(at => at - MidnightPlan.Midnight)], cases.LastSettled() - MidnightPlan.Midnight, run._windows);
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var load = SeededService.WaitingApplicants(service, folder, Connections, MostPeople) with { WarmUp = WarmUp, Lasting = plan.Window };
        var result = await LoadGenerator.RunAcceptedAsync(load, cancellationToken);
        var from = Instant.FromDateTimeOffset(result.BeganAt + WarmUp);
        var to = from + Duration.FromTimeSpan(plan.Window);

        // Before the midnight nobody else writes: the last application of the first window tells how far the service's time is ahead.
        _ahead ??= cases.LatestInstant() - to;
        _windows.Add(new IntakeWindow(from + _ahead.Value, to + _ahead.Value, result));
    }
}
