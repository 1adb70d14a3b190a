using System.Text;
using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Bench.Lives;

/// <summary>
/// What cases take in tables, by the formula that Azure bills capacity with: 4 bytes a row, 2 a character of its keys, and
/// for each property 8, 2 a character of its name, and its value.
/// </summary>
internal static class StoredBytes
{
    private static readonly string[] Tables = ["Cases", "People", "Answers", "CaseIndex", "Wakes"];
    private static readonly string[] Known = ["odata.etag", "PartitionKey", "RowKey", "Timestamp"];

    /// <summary>The bytes of all rows of a store.</summary>
    public static async Task<long> OfAsync(Azurite azurite, string prefix, CancellationToken cancellationToken)
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var total = 0L;
        foreach (var table in Tables)
        {
            await foreach (var row in service.GetTableClient(prefix + table).QueryAsync<TableEntity>("", maxPerPage: null, select: null, cancellationToken))
            {
                total += SizeOf(row);
            }
        }

        return total;
    }

    private static long SizeOf(TableEntity row) => 4
        + (2L * (row.PartitionKey.Length + row.RowKey.Length))
        + row.Keys.Where(name => !Known.Contains(name, StringComparer.Ordinal)).Sum(name => 8 + (2L * name.Length) + SizeOf(row[name]));

    private static long SizeOf(object? value) => value switch
    {
        string text => (long)Encoding.Unicode.GetByteCount(text) + 4,
        byte[] bytes => bytes.LongLength + 4,
        int => 4,
        bool => 1,
        _ => 8,
    };
}
