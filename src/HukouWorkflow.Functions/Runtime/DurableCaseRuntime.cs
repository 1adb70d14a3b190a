using DurableTask.Core.Exceptions;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Orchestrators;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Functions.Runtime;

/// <summary>Wakes cases through Durable Functions: it starts the orchestration where there is none, and raises the wake where one runs.</summary>
public sealed partial class DurableCaseRuntime : ICaseRuntime
{
    // The client comes with each invocation (a binding, not a service), and the handlers live as long as the process.
    private readonly AsyncLocal<DurableTaskClient?> _client = new();
    private readonly FunctionsMeter _meter;
    private readonly ILogger<DurableCaseRuntime> _logger;

    /// <summary>A runtime that reports lost wakes.</summary>
    public DurableCaseRuntime(FunctionsMeter meter, ILogger<DurableCaseRuntime> logger)
    {
        _meter = meter;
        _logger = logger;
    }

    private DurableTaskClient Client => _client.Value ?? throw new InvalidOperationException("A trigger must hand over its durable client first, with Use.");

    /// <summary>Makes an invocation's client the one that is used for the rest of the invocation.</summary>
    public void Use(DurableTaskClient client) => _client.Value = client;

    /// <inheritdoc/>
    public async ValueTask WakeAsync(CaseId id, Instant? nextWake, CancellationToken cancellationToken)
    {
        try
        {
            await WakeAsync(id.ToString(), cancellationToken);
        }
        catch (Exception lost) when (lost is not OperationCanceledException)
        {
            // The facts are in the table: the sweep finds the case, minutes late. To fail here would be to call a kept fact lost.
            _meter.LostWake();
            LogLost(lost, id);
        }
    }

    /// <inheritdoc/>
    public async Task<OrchestrationStatus?> DescribeAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await Client.GetInstanceAsync(id.ToString(), getInputsAndOutputs: true, cancellationToken) is not { } instance)
        {
            return null;
        }

        var progress = instance.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<CaseProgress>();
        return new OrchestrationStatus(
            instance.RuntimeStatus.ToString(),
            progress?.Status ?? "starting",
            Instant.FromDateTimeOffset(instance.CreatedAt),
            Instant.FromDateTimeOffset(instance.LastUpdatedAt),
            progress?.WakeAt is { } wake ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(wake, DateTimeKind.Utc)) : null);
    }

    private async Task WakeAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await Client.GetInstanceAsync(instanceId, cancellation: cancellationToken) is null or { IsCompleted: true })
        {
            try
            {
                await Client.ScheduleNewOrchestrationInstanceAsync(nameof(ResidencyOrchestrator), options: new StartOrchestrationOptions(instanceId), cancellation: cancellationToken);
                return;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // Somebody else started it in between; it may have read the case before the fact that is told here.
            }
        }

        await Client.RaiseEventAsync(instanceId, Waits.Wake, cancellation: cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "WakeLost", Message = "The wake of case {CaseId} is lost; the sweep will find it")]
    private partial void LogLost(Exception exception, CaseId caseId);
}
