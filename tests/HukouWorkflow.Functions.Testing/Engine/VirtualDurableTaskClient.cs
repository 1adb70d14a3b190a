using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>The durable client of a <see cref="VirtualDurableEngine"/>, as a trigger gets it. It can do what triggers here ask of it.</summary>
public sealed class VirtualDurableTaskClient(VirtualDurableEngine engine) : DurableTaskClient("virtual")
{
    /// <inheritdoc/>
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        engine.Start(orchestratorName, id, WorkerJson.Instance.Serialize(input));
        return Task.FromResult(id);
    }

    /// <inheritdoc/>
    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        engine.Raise(instanceId, eventName, WorkerJson.Instance.Serialize(eventPayload));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(engine.Find(instanceId) is { } instance ? Describe(instance, getInputsAndOutputs) : null);
    }

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Let the engine run instead.");

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Let the engine run instead.");

    /// <inheritdoc/>
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OrchestrationMetadata Describe(VirtualInstance instance, bool whole) => new(instance.Name, instance.Id)
    {
        RuntimeStatus = instance.Status,
        CreatedAt = instance.CreatedAt,
        LastUpdatedAt = instance.LastUpdatedAt,
        DataConverter = whole ? WorkerJson.Instance : null,
        SerializedInput = whole ? instance.Input : null,
        SerializedOutput = whole ? instance.Output : null,
        SerializedCustomStatus = whole ? instance.CustomStatus : null,
        FailureDetails = instance.Failure,
    };
}
