using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Core.Calendar;

namespace HukouWorkflow.Bench.Growing;

/// <summary>How fast cases are settled that are mature when they apply, beside so many that wait.</summary>
internal static class LifecycleCosts
{
    private const int Connections = 64;
    private const int YearsOfResidence = 6;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Lets people apply and waits until all are settled.</summary>
    /// <param name="folder">The folder they are added to.</param>
    /// <param name="people">How many a run; as many go before.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<SizedRuns> MeasureAsync(SeededFolder folder, int people, int runs, CancellationToken cancellationToken)
    {
        var rates = new List<double>();
        await using var service = await RunningService.BaselineAsync(Baseline.AgenciesInProcess, folder.Data, cancellationToken, ChinaTime.StartOf(SeedPlan.Today));
        using var file = CaseFile.Open(folder.Data);
        for (var run = 0; run <= runs; run++)
        {
            var settled = file.CountSettled();
            var plan = SeededService.WaitingApplicants(service, folder, Connections, people) with { ResidenceFrom = SeedPlan.Today.PlusYears(-YearsOfResidence), Count = people };
            var result = await LoadGenerator.RunAcceptedAsync(plan, cancellationToken);
            while (file.CountSettled() < settled + people)
            {
                await Task.Delay(BetweenLooks, cancellationToken);
            }

            rates.Add(people / (TimeProvider.System.GetUtcNow() - result.BeganAt).TotalSeconds);
        }

        await service.StopAsync(cancellationToken);
        return new SizedRuns("Lives from application to settled", "/s", folder.Plan.Cases, [.. rates.Skip(1)], $"{people} people over HTTP on {Connections} connections, agencies in process");
    }
}
