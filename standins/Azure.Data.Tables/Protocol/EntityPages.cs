using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>A query's rows. A page may be short, even empty, and more may follow: only the continuation says.</summary>
internal sealed class EntityPages<T>(
    TablesPipeline pipeline, string table, string filter, int? maxPerPage, IEnumerable<string> select, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    // PartitionKey and RowKey of the next row, as the service encodes them, with a space between.
    private static readonly string[] ContinuationNames = ["NextPartitionKey", "NextRowKey"];

    public override IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint ?? maxPerPage);

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string continuation, int? size, [EnumeratorCancellation] CancellationToken enumeration = default)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeration);
        do
        {
            var response = await pipeline.SendAsync(RequestMethod.Get, Path(continuation, size), [], null, null, cancelled.Token).ConfigureAwait(false);
            using var json = JsonDocument.Parse(response.Content);
            var rows = json.RootElement.GetProperty("value").EnumerateArray().Select(row => (T)(ITableEntity)EntityJson.Read(row)).ToList();
            continuation = Continuation(response);
            yield return Page<T>.FromValues(rows, continuation, response);
        }
        while (continuation is not null);
    }

    private string Path(string continuation, int? size)
    {
        var query = new List<(string Name, string Value)>();
        if (size is { } top)
        {
            query.Add(("$top", top.ToString(CultureInfo.InvariantCulture)));
        }

        if (select is not null)
        {
            query.Add(("$select", string.Join(',', select)));
        }

        if (!string.IsNullOrEmpty(filter))
        {
            query.Add(("$filter", filter));
        }

        if (!string.IsNullOrEmpty(continuation))
        {
            query.AddRange(ContinuationNames.Zip(continuation.Split(' ')));
        }

        return $"{table}()?{string.Join('&', query.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"))}";
    }

    private static string Continuation(Response response)
    {
        var keys = ContinuationNames
            .Select(name => response.Headers.TryGetValue($"x-ms-continuation-{name}", out var key) ? key : null)
            .TakeWhile(key => key is not null);
        return string.Join(' ', keys) is { Length: > 0 } continuation ? continuation : null;
    }
}
