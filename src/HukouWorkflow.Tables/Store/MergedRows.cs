using Azure.Data.Tables;

namespace HukouWorkflow.Tables.Store;

/// <summary>Several ordered queries read as one, by row key. The first rows of all are fetched at once.</summary>
internal sealed class MergedRows : IAsyncEnumerator<TableEntity>
{
    private readonly IReadOnlyList<IAsyncEnumerator<TableEntity>> _sources;
    private readonly PriorityQueue<IAsyncEnumerator<TableEntity>, string> _heads = new(StringComparer.Ordinal);
    private IAsyncEnumerator<TableEntity>? _current;
    private bool _isBegun;

    private MergedRows(IReadOnlyList<IAsyncEnumerator<TableEntity>> sources) => _sources = sources;

    public TableEntity Current => _current!.Current;

    public static MergedRows Of(IEnumerable<IAsyncEnumerable<TableEntity>> queries, CancellationToken cancellationToken) =>
        new([.. queries.Select(query => query.GetAsyncEnumerator(cancellationToken))]);

    public async ValueTask<bool> MoveNextAsync()
    {
        if (!_isBegun)
        {
            _isBegun = true;
            var begun = await Task.WhenAll(_sources.Select(async source => (Source: source, Any: await source.MoveNextAsync())));
            foreach (var (source, any) in begun)
            {
                Offer(source, any);
            }
        }
        else if (_current is { } last)
        {
            Offer(last, await last.MoveNextAsync());
        }

        return _heads.TryDequeue(out _current, out _);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources)
        {
            await source.DisposeAsync();
        }
    }

    private void Offer(IAsyncEnumerator<TableEntity> source, bool any)
    {
        if (any)
        {
            _heads.Enqueue(source, source.Current.RowKey);
        }
    }
}
