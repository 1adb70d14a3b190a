using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Testing.Engine;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Testing.Hosting;

/// <summary>A task hub in virtual time.</summary>
public sealed class VirtualTaskHub : ITaskHub
{
    /// <summary>A hub for the Functions app.</summary>
    /// <param name="services">The services of the worker that runs at the time.</param>
    /// <param name="start">When it begins.</param>
    public VirtualTaskHub(Func<IServiceProvider> services, DateTimeOffset start)
    {
        Engine = new VirtualDurableEngine(new DurableFunctions(typeof(FunctionsServices).Assembly, services), new VirtualTime(start));
        Client = new VirtualDurableTaskClient(Engine);
    }

    public VirtualDurableEngine Engine { get; }

    /// <inheritdoc/>
    public TimeProvider Time => Engine.Time;

    /// <inheritdoc/>
    public DurableTaskClient Client { get; }

    /// <inheritdoc/>
    public Task RunAsync(DateTimeOffset until, CancellationToken cancellationToken) => Engine.RunAsync(until, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Engine.Dispose();
        return ValueTask.CompletedTask;
    }
}
