using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using NodaTime;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// The latest instant seen, in one row for the whole service. A process raises it at its first append and then once a
/// minute of service time, so it may lag by as much: each case's own journal never runs backwards anyway.
/// </summary>
internal sealed class LatestInstant(StorageTable service) : IDisposable
{
    private const string Partition = "service";
    private const string Row = "latest";
    private const string At = "At";
    // Further back than any instant, and still no overflow away from one.
    private const long Unknown = long.MinValue / 2;
    private static readonly long Step = (long)Duration.FromMinutes(1).TotalMilliseconds;

    private readonly SemaphoreSlim _raising = new(1);
    private long _known = Unknown;
    private ETag? _tag;

    public async Task<Instant?> FindAsync(CancellationToken cancellationToken) =>
        await service.FindAsync(Partition, Row, cancellationToken) is { } row && Column.Long(row, At) is { } at ? Moment.Read(at) : null;

    /// <summary>Raises it to an instant, where that is worth a transaction.</summary>
    public async Task RaiseAsync(Instant seen, CancellationToken cancellationToken)
    {
        var at = Moment.Of(seen);
        if (!IsWorth(at))
        {
            return;
        }

        await _raising.WaitAsync(cancellationToken);
        try
        {
            while (IsWorth(at))
            {
                var row = new TableEntity(Partition, Row) { [At] = at };
                _tag = _tag is { } tag ? await service.ReplaceAsync(row, tag, cancellationToken) : await service.AddAsync(row, cancellationToken);
                if (_tag is not null)
                {
                    Volatile.Write(ref _known, at);
                }
                else if (await service.FindAsync(Partition, Row, cancellationToken) is { } found)
                {
                    // Another process raised it.
                    _tag = found.ETag;
                    Volatile.Write(ref _known, Column.Long(found, At) ?? Unknown);
                }
            }
        }
        finally
        {
            _raising.Release();
        }
    }

    public void Dispose() => _raising.Dispose();

    private bool IsWorth(long at) => at - Volatile.Read(ref _known) >= Step;
}
