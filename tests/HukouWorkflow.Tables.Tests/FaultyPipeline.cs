using Azure.Core;
using Azure.Core.Pipeline;

namespace HukouWorkflow.Tables.Tests;

/// <summary>Stands between a store and its storage, and lets faults happen there.</summary>
internal sealed class FaultyPipeline : HttpPipelinePolicy
{
    private int _sent;

    /// <summary>Requests sent so far; settable, so that opening a store need not count.</summary>
    public int Sent
    {
        get => Volatile.Read(ref _sent);
        set => Volatile.Write(ref _sent, value);
    }

    /// <summary>The process dies before the request after this one; null for never.</summary>
    public int? DiesAfter { get; set; }

    /// <summary>The request of this number reaches the storage, and its answer does not come back; null for none.</summary>
    public int? LosesAnswerOf { get; set; }

    /// <summary>Called before a request is sent.</summary>
    public Func<Request, Task>? Before { get; set; }

    public bool IsDead => DiesAfter is { } last && Sent > last;

    /// <summary>Options under which every request passes here, tried again without long waits or not at all.</summary>
    public TableStoreOptions Under(TableStoreOptions options, int retries = 0) => options with
    {
        ClaimPatience = TimeSpan.FromMilliseconds(60),
        ConfigureClient = client =>
        {
            client.Retry.MaxRetries = retries;
            client.Retry.Delay = TimeSpan.FromMilliseconds(1);
            client.AddPolicy(this, HttpPipelinePosition.PerRetry);
        },
    };

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The store is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Before is { } before)
        {
            await before(message.Request);
        }

        var number = Interlocked.Increment(ref _sent);
        if (number > DiesAfter)
        {
            throw new IOException("The process is dead.");
        }

        await ProcessNextAsync(message, pipeline);
        if (number == LosesAnswerOf)
        {
            throw new IOException("The answer was lost.");
        }
    }
}
