namespace HukouWorkflow.Bench.Hosting;

/// <summary>What a service has done and used so far.</summary>
/// <param name="Cpu">Processor time, of all cores together.</param>
/// <param name="Flushes">Group commits, each of which waits once for the disk.</param>
/// <param name="Appends">Appends that were committed.</param>
/// <param name="Steps">Steps of cases.</param>
internal sealed record ServiceReading(TimeSpan Cpu, double Flushes, double Appends, double Steps)
{
    /// <summary>Reads it.</summary>
    public static async Task<ServiceReading> OfAsync(RunningService service, CancellationToken cancellationToken)
    {
        var metrics = await service.ReadMetricsAsync(cancellationToken);
        return new ServiceReading(
            service.Process.CpuTime,
            metrics["hukou_store_commit_duration_seconds_count"],
            metrics["hukou_store_appends_total"],
            metrics["hukou_step_duration_seconds_count"]);
    }

    /// <summary>What was done and used since an earlier reading.</summary>
    public ServiceReading Since(ServiceReading earlier) =>
        new(Cpu - earlier.Cpu, Flushes - earlier.Flushes, Appends - earlier.Appends, Steps - earlier.Steps);
}
