using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// Writes a change of a case in as many entity group transactions as it needs. Each writes the case's row under its tag, so
/// no other writer comes between; only the last moves the version, so nothing shows before all is there.
/// </summary>
internal static class Transactions
{
    // The service takes 100 operations and 4 MiB; one operation is the case's row, and each part has headers of its own.
    private const int MostRows = 99;
    private const long MostBytes = 3_500_000;
    private const int RowOverhead = 1500;

    /// <summary>Writes it all; false where the case is no longer as it was read, or an answer is there already.</summary>
    public static async Task<bool> SubmitAsync(StorageTable cases, CaseChange change, CancellationToken cancellationToken)
    {
        var parts = Cut(change.Rows);
        var tag = change.Before?.Tag;
        for (var part = 0; part < parts.Count; part++)
        {
            var row = part == parts.Count - 1 ? change.After : change.Before ?? new CaseRow { Id = change.After.Id, Version = 0 };
            tag = await cases.SubmitAsync([Guard(row.ToEntity(), tag), .. parts[part]], cancellationToken);
            if (tag is null)
            {
                return false;
            }
        }

        return true;
    }

    private static TableTransactionAction Guard(TableEntity row, ETag? seen) => seen is { } tag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
        : new TableTransactionAction(TableTransactionActionType.Add, row);

    private static List<List<TableTransactionAction>> Cut(IReadOnlyList<TableTransactionAction> rows)
    {
        List<List<TableTransactionAction>> parts = [[]];
        long bytes = 0;
        foreach (var row in rows)
        {
            var size = SizeOf((TableEntity)row.Entity);
            if (parts[^1].Count == MostRows || (bytes + size > MostBytes && parts[^1].Count > 0))
            {
                parts.Add([]);
                bytes = 0;
            }

            parts[^1].Add(row);
            bytes += size;
        }

        return parts;
    }

    // Bytes travel as base64.
    private static long SizeOf(TableEntity row) => RowOverhead + row.Values().Sum(value => value is byte[] bytes ? (bytes.LongLength + 2) / 3 * 4 : 0);

    private static IEnumerable<object?> Values(this TableEntity row) => row.Keys.Select(key => row[key]);
}
