using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Testing.Hosting;

/// <summary>What runs an app's orchestrators and activities, by the service's time.</summary>
public interface ITaskHub : IAsyncDisposable
{
    /// <summary>The service's time.</summary>
    TimeProvider Time { get; }

    /// <summary>The client that triggers are given.</summary>
    DurableTaskClient Client { get; }

    /// <summary>Lets everything happen that happens until a time, and stands at that time afterwards.</summary>
    /// <param name="until">The time; the present one lets happen what can happen now.</param>
    /// <param name="cancellationToken">Stops before the next thing happens.</param>
    Task RunAsync(DateTimeOffset until, CancellationToken cancellationToken);
}
