using Azure;
using Azure.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Tables.Storage;

/// <summary>Says what the storage's errors mean to whoever runs the service. The SDK has tried again before they come here.</summary>
/// <param name="host">The table service's host, the only part of the settings that may be shown.</param>
internal sealed class StorageFault(string host)
{
    /// <summary>Makes a call; an outage becomes what the ports promise.</summary>
    /// <exception cref="StoreUnavailableException">The storage cannot answer at present.</exception>
    public async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && Explain(error) is { } why)
        {
            throw new StoreUnavailableException(why, error);
        }
    }

    /// <summary>What an outage is and what to do, or null where the error is none.</summary>
    public string? Explain(Exception error) => error switch
    {
        RequestFailedException { Status: 401 or 403 } =>
            $"The table service {host} refuses this service's key or identity. Check the connection string, or give the identity the role Storage Table Data Contributor.",
        RequestFailedException { Status: 404, ErrorCode: "TableNotFound" } =>
            $"A table is missing at {host}: somebody deleted it. Restore it, or start the service again, which makes it anew, empty.",
        RequestFailedException { Status: 429 or 503 } =>
            $"The table service {host} is busy and asks to be left alone for a while; the service goes on by itself.",
        RequestFailedException { Status: 408 or >= 500 } failed =>
            $"The table service {host} answers with status {failed.Status}; the service goes on by itself once it is well again.",
        RequestFailedException { Status: 0 } or HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
            $"The table service {host} does not answer. Check that it runs and can be reached; a service that runs goes on by itself.",
        AuthenticationFailedException =>
            $"No identity could be found to sign in to the table service {host}. Give the process a managed identity, or sign in as a developer.",
        AggregateException { InnerExceptions: [.., var last] } => Explain(last),
        _ => null,
    };
}
