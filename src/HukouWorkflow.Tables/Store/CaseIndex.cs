using System.Collections.Concurrent;
using Azure.Data.Tables;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// The work lists: one partition a district and status, most urgent first. Written as wakes are, before the append and
/// deleted after, and never trusted for a decision. Which partitions there are is noted in <c>Service</c>.
/// </summary>
internal sealed partial class CaseIndex(StorageTable index, StorageTable service, CaseReader reader, Fence fence, ILogger logger)
{
    private const string Noted = "partitions";
    private const int ReadAtOnce = 8;

    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    public async Task WriteAsync(IndexKey key, long since, CancellationToken cancellationToken)
    {
        if (!_noted.ContainsKey(key.Partition))
        {
            await service.PutAsync(new TableEntity(Noted, key.Partition), cancellationToken);
            _noted[key.Partition] = true;
        }

        await index.PutAsync(new TableEntity(key.Partition, key.Row) { [IndexKey.Since] = since }, cancellationToken);
    }

    public Task DeleteAsync(IndexKey key, CancellationToken cancellationToken) => index.DeleteAsync(key.Partition, key.Row, Azure.ETag.All, cancellationToken);

    /// <summary>Whether a row is there, and says since when.</summary>
    public async Task<bool> HasAsync(IndexKey key, long since, CancellationToken cancellationToken) =>
        await service.FindAsync(Noted, key.Partition, cancellationToken) is not null
        && await index.FindAsync(key.Partition, key.Row, cancellationToken) is { } row
        && Column.Long(row, IndexKey.Since) == since;

    public async Task<IReadOnlyList<CaseSummary>> ListAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        var partitions = (await ReadPartitionsAsync(cancellationToken))
            .Where(found => query.Districts?.Contains(found.District) != false && query.Statuses?.Contains(found.Status) != false)
            .ToList();
        var share = Math.Clamp((2 * query.Limit / Math.Max(partitions.Count, 1)) + 1, 4, StorageTable.MostRows);
        await using var rows = MergedRows.Of(
            partitions.Select(found => index.QueryAsync(IndexKey.Filter(IndexKey.PartitionOf(found.District, found.Status), query), share, select: null, cancellationToken)),
            cancellationToken);
        var page = new List<CaseSummary>();
        while (page.Count < query.Limit && await rows.MoveNextAsync())
        {
            if (IndexKey.TryParse(rows.Current.PartitionKey, rows.Current.RowKey, out var key) && Column.Long(rows.Current, IndexKey.Since) is { } since)
            {
                page.Add(new CaseSummary(key.Case, key.Status, Moment.Read(since), key.District, key.Due));
            }
            else
            {
                LogUnreadable(logger, rows.Current.PartitionKey, rows.Current.RowKey);
            }
        }

        return page;
    }

    public async Task<IReadOnlyList<CaseCount>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new ConcurrentBag<CaseCount>();
        await Parallel.ForEachAsync(
            await ReadPartitionsAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellationToken },
            async (found, token) =>
            {
                var cases = 0L;
                await foreach (var _ in index.QueryAsync($"PartitionKey eq '{IndexKey.PartitionOf(found.District, found.Status)}'", StorageTable.MostRows, ["RowKey"], token))
                {
                    cases++;
                }

                if (cases > 0)
                {
                    counts.Add(new CaseCount(found.District, found.Status, cases));
                }
            });
        return [.. counts];
    }

    /// <summary>Removes every row that its case does not name.</summary>
    /// <returns>How many.</returns>
    public async Task<long> RemoveStrayAsync(CancellationToken cancellationToken)
    {
        var removed = 0L;
        await foreach (var row in index.QueryAsync("", StorageTable.MostRows, select: null, cancellationToken))
        {
            if (!IndexKey.TryParse(row.PartitionKey, row.RowKey, out var key))
            {
                LogUnreadable(logger, row.PartitionKey, row.RowKey);
                continue;
            }

            try
            {
                var found = await reader.FindRowAsync(key.Case, cancellationToken);
                removed += found?.Index != key && await fence.RemoveAsync(index, row, key.Case, found, cancellationToken) ? 1 : 0;
            }
            catch (CorruptJournalException damaged)
            {
                LogDamaged(logger, damaged, damaged.Id.ToString());
            }
        }

        return removed;
    }

    private async Task<List<(DivisionCode District, CaseStatus Status)>> ReadPartitionsAsync(CancellationToken cancellationToken)
    {
        var partitions = new List<(DivisionCode, CaseStatus)>();
        await foreach (var row in service.QueryAsync($"PartitionKey eq '{Noted}'", StorageTable.MostRows, select: null, cancellationToken))
        {
            if (IndexKey.TryParsePartition(row.RowKey, out var district, out var status))
            {
                partitions.Add((district, status));
            }
            else
            {
                LogUnreadable(logger, row.PartitionKey, row.RowKey);
            }
        }

        return partitions;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The row {Row} in partition {Partition} of the work lists is none of ours and is passed over. Delete it.")]
    private static partial void LogUnreadable(ILogger logger, string partition, string row);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Case} is damaged; its place in the work lists is left as it is.")]
    private static partial void LogDamaged(ILogger logger, Exception error, string @case);
}
