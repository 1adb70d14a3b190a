using HukouWorkflow.Core;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Runtime;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>
/// Finds cases whose orchestration is missing, has ended or is late, and wakes them: a wake that was lost costs minutes,
/// never a case.
/// </summary>
public sealed partial class SweepTrigger
{
    private const int Most = 1000;
    private const int AtOnce = 8;
    private static readonly Duration Tolerable = Duration.FromMinutes(5);
    private readonly ICaseStore _store;
    private readonly DurableCaseRuntime _runtime;
    private readonly ServiceClock _clock;
    private readonly FunctionsMeter _meter;
    private readonly ILogger<SweepTrigger> _logger;

    /// <summary>A sweep over a store.</summary>
    public SweepTrigger(ICaseStore store, DurableCaseRuntime runtime, ServiceClock clock, FunctionsMeter meter, ILogger<SweepTrigger> logger)
    {
        _store = store;
        _runtime = runtime;
        _clock = clock;
        _meter = meter;
        _logger = logger;
    }

    /// <summary>
    /// Sweeps, every five minutes. Where the store is away it fails: nothing is lost, the next sweep is near, and a failed
    /// execution is what alerts see.
    /// </summary>
    /// <param name="timer">When it was to run; it makes no difference.</param>
    /// <param name="client">The invocation's durable client.</param>
    /// <param name="cancellationToken">Interrupts the sweep.</param>
    /// <exception cref="StoreUnavailableException">The cases could not be read.</exception>
    [Function(nameof(Sweep))]
    public async Task Sweep([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        _runtime.Use(client);
        var now = _clock.Now;
        var late = await _store.ReadDueAsync(now - Tolerable, Most, cancellationToken);
        var behind = late.Count > 0 ? now - late[0].WakeAt : Duration.Zero;
        _meter.Swept(late.Count, behind);
        if (late.Count == 0)
        {
            return;
        }

        LogLate(late.Count, Most, behind.TotalMinutes);
        await Parallel.ForEachAsync(
            late,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (due, ending) => _runtime.WakeAsync(due.Id, due.WakeAt, ending));
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "CasesLate", Message = "{Late} cases (counted to {Most}) are late and were woken again, the first by {Minutes:0} minutes")]
    private partial void LogLate(int late, int most, double minutes);
}
