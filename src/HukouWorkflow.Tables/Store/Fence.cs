using Azure.Data.Tables;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// Stops whoever is in the middle of appending to a case: its own row is written again as it was, and its new tag makes
/// their append fail, so that they begin again and see what has changed.
/// </summary>
internal sealed class Fence(StorageTable cases)
{
    /// <summary>Raises it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="seen">Its row as last seen, or null where there was none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the case was as seen; if not, look again.</returns>
    public async Task<bool> RaiseAsync(CaseId id, CaseRow? seen, CancellationToken cancellationToken) =>
        (seen is null
            ? await cases.AddAsync(new CaseRow { Id = id, Version = 0 }.ToEntity(), cancellationToken)
            : await cases.ReplaceAsync(seen.ToEntity(), seen.Tag, cancellationToken)) is not null;

    /// <summary>Removes a row of a list or queue that its case does not name, and no append under way is going to.</summary>
    /// <param name="table">Where the row lies.</param>
    /// <param name="row">The row.</param>
    /// <param name="id">Its case.</param>
    /// <param name="seen">The case's row, read after the other.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was removed.</returns>
    public async Task<bool> RemoveAsync(StorageTable table, TableEntity row, CaseId id, CaseRow? seen, CancellationToken cancellationToken) =>
        await RaiseAsync(id, seen, cancellationToken) && await table.DeleteAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
}
