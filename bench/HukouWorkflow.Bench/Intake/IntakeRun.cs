using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;

namespace HukouWorkflow.Bench.Intake;

/// <summary>One run: applications at full speed against a host of its own on an empty folder.</summary>
/// <param name="Load">What the generator saw.</param>
/// <param name="Used">What the host did and used in the measured time.</param>
/// <param name="Bytes">Bytes on disk after the host stopped; 0 where it stores nothing.</param>
internal sealed record IntakeRun(LoadResult Load, ServiceReading Used, long Bytes)
{
    private const double Thousand = 1_000;

    /// <summary>Processor time of the host for a thousand applications, in seconds.</summary>
    public double CpuSecondsPerThousand => Used.Cpu.TotalSeconds / Load.Measured * Thousand;

    /// <summary>Processor time of the generator for a thousand applications, in seconds.</summary>
    public double GeneratorSecondsPerThousand => Load.CpuSeconds / Load.Measured * Thousand;

    /// <summary>Measures the real service, and then proves from outside that it has all it acknowledged.</summary>
    /// <exception cref="BenchException">A case is missing, or something else was measured than intake.</exception>
    public static async Task<IntakeRun> OfServiceAsync(IntakeLoad load, int connections, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = folder.In("data");
        var ids = folder.In("ids");
        await using var service = await RunningService.ServeAsync(data, agencies: null, [], cancellationToken);
        var run = await OfAsync(service, load, connections, ids, cancellationToken);
        var steps = (await ServiceReading.OfAsync(service, cancellationToken)).Steps;
        if (steps > 0 || run.Used.Flushes == 0)
        {
            throw new BenchException($"The service reports {steps:0} steps and {run.Used.Flushes:0} flushes, where intake makes no step and many flushes.");
        }

        await service.StopAsync(cancellationToken);
        await Acknowledged.MustBeInAsync(data, ids, run.Load.Accepted, cancellationToken);
        return run with { Bytes = CaseFile.Bytes(data) };
    }

    /// <summary>Measures a baseline.</summary>
    public static async Task<IntakeRun> OfBaselineAsync(Baseline baseline, IntakeLoad load, int connections, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var service = await RunningService.BaselineAsync(baseline, folder.In("data"), cancellationToken);
        return await OfAsync(service, load, connections, folder.In("ids"), cancellationToken);
    }

    private static async Task<IntakeRun> OfAsync(RunningService service, IntakeLoad load, int connections, string ids, CancellationToken cancellationToken)
    {
        ServiceReading? before = null;
        var plan = new LoadPlan
        {
            Address = service.Address,
            Connections = connections,
            Tokens = service.IssueApplicantTokens(Applicants.Accounts),
            FirstPerson = 1,
            ResidenceFrom = Applicants.ResidentForAYear,
            WarmUp = load.WarmUp,
            Lasting = load.Lasting,
            IdsFile = ids,
        };
        var result = await LoadGenerator.RunAcceptedAsync(plan, cancellationToken, async () => before = await ServiceReading.OfAsync(service, cancellationToken));
        return new IntakeRun(result, (await ServiceReading.OfAsync(service, cancellationToken)).Since(before!), Bytes: 0);
    }
}
