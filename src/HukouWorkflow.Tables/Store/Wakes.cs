using Azure.Data.Tables;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// The queue of wakes. A row is written before the append that needs it and deleted after the one that ends it, so there
/// may be a row too many and never one too few; a row counts only while its case's own row names it.
/// </summary>
internal sealed partial class Wakes(StorageTable wakes, CaseReader reader, Fence fence, TimeProvider realTime, ILogger logger)
{
    private const int CheckedAtOnce = 16;

    // A row that no case names may be of an append under way; nobody needs as long.
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

    public Task WriteAsync(WakeKey key, CancellationToken cancellationToken) => wakes.PutAsync(new TableEntity(key.Partition, key.Row), cancellationToken);

    public Task DeleteAsync(WakeKey key, CancellationToken cancellationToken) => wakes.DeleteAsync(key.Partition, key.Row, Azure.ETag.All, cancellationToken);

    public async Task<bool> HasAsync(WakeKey key, CancellationToken cancellationToken) => await wakes.FindAsync(key.Partition, key.Row, cancellationToken) is not null;

    public async Task<IReadOnlyList<DueCase>> ReadDueAsync(Instant until, int limit, CancellationToken cancellationToken)
    {
        // Twice an even share, so that one round of pages is mostly enough.
        var share = Math.Clamp((2 * limit / WakeKey.Buckets.Count) + 1, 4, StorageTable.MostRows);
        var due = new List<DueCase>();
        var candidates = new List<TableEntity>();
        await using var rows = MergedRows.Of(WakeKey.Buckets.Select(bucket => wakes.QueryAsync(WakeKey.FilterUntil(bucket, until), share, select: null, cancellationToken)), cancellationToken);
        var more = true;
        while (more && due.Count < limit)
        {
            candidates.Clear();
            while (candidates.Count < Math.Min(limit - due.Count, CheckedAtOnce) && (more = await rows.MoveNextAsync()))
            {
                candidates.Add(rows.Current);
            }

            foreach (var found in await Task.WhenAll(candidates.Select(row => CheckAsync(row, Stale, cancellationToken))))
            {
                if (found.Confirmed is { } wake)
                {
                    due.Add(new DueCase(wake.Case, Moment.Read(wake.Milliseconds)));
                }
            }
        }

        return due;
    }

    /// <summary>Removes every row that no case names, however young.</summary>
    /// <returns>How many.</returns>
    public async Task<long> RemoveStrayAsync(CancellationToken cancellationToken)
    {
        var removed = 0L;
        foreach (var bucket in WakeKey.Buckets)
        {
            await foreach (var row in wakes.QueryAsync($"PartitionKey eq '{bucket}'", StorageTable.MostRows, select: null, cancellationToken))
            {
                removed += (await CheckAsync(row, TimeSpan.MinValue, cancellationToken)).Removed ? 1 : 0;
            }
        }

        return removed;
    }

    private async Task<(WakeKey? Confirmed, bool Removed)> CheckAsync(TableEntity row, TimeSpan removedFrom, CancellationToken cancellationToken)
    {
        if (!WakeKey.TryParse(row.RowKey, out var wake))
        {
            LogUnreadable(logger, row.PartitionKey, row.RowKey);
            return (null, false);
        }

        try
        {
            var found = await reader.FindRowAsync(wake.Case, cancellationToken);
            if (found?.Wake == wake)
            {
                return (wake, false);
            }

            var isStale = row.Timestamp is { } written && realTime.GetUtcNow() - written > removedFrom;
            return (null, isStale && await fence.RemoveAsync(wakes, row, wake.Case, found, cancellationToken));
        }
        catch (CorruptJournalException damaged)
        {
            LogDamaged(logger, damaged, damaged.Id.ToString());
            return (null, false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The row {Row} in partition {Partition} of Wakes is none of ours and is passed over. Delete it.")]
    private static partial void LogUnreadable(ILogger logger, string partition, string row);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Case} is damaged and is not woken; the others are.")]
    private static partial void LogDamaged(ILogger logger, Exception error, string @case);
}
