using System.Diagnostics;
using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Reevaluating;

/// <summary>Changes a pack under a service, and sees how long its open cases take to be reckoned anew.</summary>
internal sealed class ReevaluationRun(RunningService service, SeededFolder folder, ChangingPacks packs, TimeSpan window)
{
    private const int Connections = 64;
    private const int MostPeople = 1_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    /// <summary>A change while nobody applies.</summary>
    public Task<ReevaluationTime> AloneAsync(CancellationToken cancellationToken) => ChangeAsync(cancellationToken);

    /// <summary>What the service accepts a second when every connection sends as soon as it is answered.</summary>
    /// <param name="windows">How many windows go before what is measured: hot code is compiled anew in them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<double> MostAsync(int windows, CancellationToken cancellationToken)
    {
        for (var index = 0; index < windows; index++)
        {
            await ApplyAsync(perSecond: null, cancellationToken);
        }

        return (await ApplyAsync(perSecond: null, cancellationToken)).PerSecond;
    }

    /// <summary>A change while people apply.</summary>
    /// <param name="perSecond">How many a second; null for as many as there are answers.</param>
    /// <param name="windowsBefore">How many windows are measured before the change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LoadedReevaluation> UnderLoadAsync(double? perSecond, int windowsBefore, CancellationToken cancellationToken)
    {
        List<LoadResult> before = [];
        List<LoadResult> during = [];
        await ApplyAsync(perSecond, cancellationToken);
        for (var index = 0; index < windowsBefore; index++)
        {
            before.Add(await ApplyAsync(perSecond, cancellationToken));
        }

        var change = ChangeAsync(cancellationToken);
        while (!change.IsCompleted)
        {
            var measured = await ApplyAsync(perSecond, cancellationToken);
            // A window in which the walk ended is half undisturbed; it counts only where there is no other.
            if (!change.IsCompleted || during.Count == 0)
            {
                during.Add(measured);
            }
        }

        return new LoadedReevaluation(await change, before, during);
    }

    private Task<LoadResult> ApplyAsync(double? perSecond, CancellationToken cancellationToken) => LoadGenerator.RunAcceptedAsync(
        SeededService.WaitingApplicants(service, folder, Connections, MostPeople) with { PerSecond = perSecond, WarmUp = WarmUp, Lasting = window },
        cancellationToken);

    private async Task<ReevaluationTime> ChangeAsync(CancellationToken cancellationToken)
    {
        var before = await service.ReadMetricsAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        packs.Change();
        while (true)
        {
            await Task.Delay(BetweenLooks, cancellationToken);
            var now = await service.ReadMetricsAsync(cancellationToken);
            if (now["hukou_policies_loaded_total"] > before["hukou_policies_loaded_total"]
                && now["hukou_reevaluation_cases_total"] - before["hukou_reevaluation_cases_total"] >= folder.Plan.Cases
                && now["hukou_reevaluation_running"] == 0)
            {
                return new ReevaluationTime(Stopwatch.GetElapsedTime(began), now["hukou_reevaluation_moved_total"] - before["hukou_reevaluation_moved_total"]);
            }

            if (Stopwatch.GetElapsedTime(began) > Longest)
            {
                throw new BenchException($"{folder.Plan.Cases} open cases are not reckoned anew after {Longest}.");
            }
        }
    }
}
