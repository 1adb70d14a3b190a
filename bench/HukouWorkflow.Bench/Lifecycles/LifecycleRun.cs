using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;
using NodaTime;

namespace HukouWorkflow.Bench.Lifecycles;

/// <summary>One run: people apply at full speed, and their cases are stepped meanwhile, until the last is through.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Seconds">From the first submission until all are through.</param>
/// <param name="SubmittedSeconds">From the first submission until the last was accepted.</param>
/// <param name="Used">What the service did and used in that time.</param>
/// <param name="Entries">Journal entries of these cases.</param>
internal sealed record LifecycleRun(int Cases, double Seconds, double SubmittedSeconds, ServiceReading Used, long Entries)
{
    /// <summary>Cases a second.</summary>
    public double PerSecond => Cases / Seconds;

    /// <summary>Lives to the end: submitted by people whose residence is complete, and settled.</summary>
    /// <param name="service">The service, new and empty.</param>
    /// <param name="load">How many cases.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BenchException">Not all are accepted and settled.</exception>
    public static Task<LifecycleRun> OfSettledAsync(RunningService service, LifecycleLoad load, CancellationToken cancellationToken) =>
        OfAsync(service, load, Applicants.ResidentForSixYears, file => file.CountSettled(), cancellationToken);

    /// <summary>The same applications of people whose residence has years to run: accepted, and no more.</summary>
    /// <param name="service">The service, new and empty.</param>
    /// <param name="load">How many cases.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BenchException">Not all are accepted.</exception>
    public static Task<LifecycleRun> OfAcceptedAsync(RunningService service, LifecycleLoad load, CancellationToken cancellationToken) =>
        OfAsync(service, load, Applicants.ResidentForAYear, file => file.CountCases(), cancellationToken);

    private static async Task<LifecycleRun> OfAsync(RunningService service, LifecycleLoad load, LocalDate residenceFrom, Func<CaseFile, long> countThrough, CancellationToken cancellationToken)
    {
        using var file = CaseFile.Open(service.DataFolder);
        var plan = new LoadPlan
        {
            Address = service.Address,
            Connections = LifecycleLoad.Connections,
            Tokens = service.IssueApplicantTokens(Applicants.Accounts),
            FirstPerson = 1,
            ResidenceFrom = residenceFrom,
            Count = load.WarmUp,
        };
        await LoadGenerator.RunAcceptedAsync(plan, cancellationToken);
        await new Finish(() => countThrough(file), load.WarmUp).WaitAsync(cancellationToken);

        var entries = file.CountEntries();
        var before = await ServiceReading.OfAsync(service, cancellationToken);
        using var givingUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var through = new Finish(() => countThrough(file), load.WarmUp + load.Cases).WaitAsync(givingUp.Token);
        try
        {
            var submitted = await LoadGenerator.RunAcceptedAsync(plan with { FirstPerson = 1 + load.WarmUp, Count = load.Cases }, cancellationToken);
            var endedAt = await through;
            var used = (await ServiceReading.OfAsync(service, cancellationToken)).Since(before);
            return new LifecycleRun(load.Cases, (endedAt - submitted.BeganAt).TotalSeconds, submitted.Seconds, used, file.CountEntries() - entries);
        }
        finally
        {
            await givingUp.CancelAsync();
        }
    }
}
