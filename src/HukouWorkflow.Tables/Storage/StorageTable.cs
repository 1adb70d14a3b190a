using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Tables.Storage;

/// <summary>
/// One table. Every storage transaction passes here: it is counted, a condition that does not hold is an answer, and an
/// outage is a <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class StorageTable(TableClient client, StorageFault fault)
{
    /// <summary>The most rows that one page holds.</summary>
    public const int MostRows = 1000;

    /// <summary>A row, or null where it is not there.</summary>
    public Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        CallAsync("find", async () => await client.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken) is { HasValue: true } found ? found.Value : null, cancellationToken);

    /// <summary>The rows of a filter in the order of their keys, fetched page by page as they are asked for.</summary>
    /// <param name="filter">In the service's own filter language.</param>
    /// <param name="pageSize">Rows a page, at most 1,000.</param>
    /// <param name="select">The properties wanted; null for all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async IAsyncEnumerable<TableEntity> QueryAsync(string filter, int pageSize, string[]? select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = client.QueryAsync<TableEntity>(filter, pageSize, select, cancellationToken).AsPages().GetAsyncEnumerator(cancellationToken);
        var more = true;

        // To ask the pages for one more after the last would send nothing, and be counted.
        while (more && await CallAsync("query", () => pages.MoveNextAsync().AsTask(), cancellationToken))
        {
            more = pages.Current.ContinuationToken is not null;
            foreach (var row in pages.Current.Values)
            {
                yield return row;
            }
        }
    }

    /// <summary>Adds a row; null where it is there already.</summary>
    public Task<ETag?> AddAsync(TableEntity row, CancellationToken cancellationToken) =>
        TryAsync("add", async () => (await client.AddEntityAsync(row, cancellationToken)).Headers.ETag, cancellationToken);

    /// <summary>Replaces a row that is as it was seen; null where it has changed or is gone.</summary>
    public Task<ETag?> ReplaceAsync(TableEntity row, ETag seen, CancellationToken cancellationToken) =>
        TryAsync("replace", async () => (await client.UpdateEntityAsync(row, seen, TableUpdateMode.Replace, cancellationToken)).Headers.ETag, cancellationToken);

    /// <summary>Writes a row, whatever is there.</summary>
    public Task<ETag?> PutAsync(TableEntity row, CancellationToken cancellationToken) =>
        CallAsync("put", async () => (await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)).Headers.ETag, cancellationToken);

    /// <summary>Deletes a row that is as it was seen; whether it was so.</summary>
    public async Task<bool> DeleteAsync(string partition, string row, ETag seen, CancellationToken cancellationToken) =>
        await TryAsync("delete", async () =>
        {
            var response = await client.DeleteEntityAsync(partition, row, seen, cancellationToken);
            return response.Status == 404 ? null : (ETag?)seen;
        }, cancellationToken) is not null;

    /// <summary>
    /// Carries out up to 100 changes of one partition, all or none; the first row's new tag, or null where a condition did
    /// not hold. The first change decides: emulators check them in turn.
    /// </summary>
    public Task<ETag?> SubmitAsync(IReadOnlyList<TableTransactionAction> changes, CancellationToken cancellationToken) =>
        TryAsync("transaction", async () => (await client.SubmitTransactionAsync(changes, cancellationToken)).Value[0].Headers.ETag, cancellationToken);

    private Task<ETag?> TryAsync(string operation, Func<Task<ETag?>> call, CancellationToken cancellationToken) =>
        CallAsync(operation, async () =>
        {
            try
            {
                return await call();
            }
            catch (RequestFailedException failed) when (failed.Status is 409 or 412 || failed is { Status: 404, ErrorCode: not "TableNotFound" })
            {
                return null;
            }
        }, cancellationToken);

    private Task<T> CallAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        StorageMeter.Count(operation, client.Name);
        return fault.GuardAsync(call, cancellationToken);
    }
}
