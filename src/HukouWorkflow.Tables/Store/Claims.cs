using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// Claims of cases on what only one may have: a person, or an idempotency key. A claim is written before the append it is
/// for, in another table, so it is never trusted alone: it counts only while its case says so itself.
/// </summary>
/// <param name="table">One row a person or key.</param>
/// <param name="reader">Reads the cases that claim.</param>
/// <param name="fence">Stops writers that seem to have died, so that they cannot finish later.</param>
/// <param name="patience">How long a writer is given to finish before.</param>
/// <param name="isHeld">Whether a case, whose row is given, holds what a key names.</param>
/// <param name="mayComeToHold">Whether an append under way may make it hold it.</param>
internal sealed class Claims(
    StorageTable table,
    CaseReader reader,
    Fence fence,
    TimeSpan patience,
    Func<string, CaseRow, CancellationToken, Task<bool>> isHeld,
    Func<CaseRow?, bool> mayComeToHold)
{
    private const string Owner = "Case";
    private const string Row = "claim";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>The case that a row names, or null where it names none.</summary>
    public static CaseId? OwnerOf(TableEntity claim) => CaseId.TryParse(Column.Text(claim, Owner), out var owner) ? owner : null;

    /// <summary>Claims something for a case.</summary>
    /// <param name="key">What, in hexadecimal digits.</param>
    /// <param name="id">For which case. Its own row was read before this, and guards the append after it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case that holds it already, or the tag of the claim now made; the tag is null where the case had claimed it before.</returns>
    public async Task<(CaseId? HeldBy, ETag? Made)> ClaimAsync(string key, CaseId id, CancellationToken cancellationToken)
    {
        var claim = new TableEntity(key, Row) { [Owner] = id.ToString() };
        while (true)
        {
            if (await table.AddAsync(claim, cancellationToken) is { } made)
            {
                return (null, made);
            }

            if (await table.FindAsync(key, Row, cancellationToken) is not { } found)
            {
                continue;
            }

            var owner = OwnerOf(found);
            if (owner is { } other && other != id)
            {
                switch (await LookAtAsync(key, other, cancellationToken))
                {
                    case Standing.Holds:
                        return (other, null);
                    case Standing.Changed:
                        continue;
                }
            }

            // The case's own earlier claim is written again too: whoever was about to take it over must then look again.
            if (await table.ReplaceAsync(claim, found.ETag, cancellationToken) is { } taken)
            {
                return (null, owner == id ? null : taken);
            }
        }
    }

    /// <summary>The case that claims something, whether it holds it or not; null where none does.</summary>
    public async Task<CaseId?> FindAsync(string key, CancellationToken cancellationToken) =>
        await table.FindAsync(key, Row, cancellationToken) is { } found ? OwnerOf(found) : null;

    /// <summary>Gives up a claim just made, unless somebody else has written it since.</summary>
    public Task<bool> GiveUpAsync(string key, ETag made, CancellationToken cancellationToken) => table.DeleteAsync(key, Row, made, cancellationToken);

    /// <summary>Gives up a case's claim, where it is still the case's.</summary>
    public async Task ReleaseAsync(string key, CaseId id, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(key, Row, cancellationToken) is { } found && OwnerOf(found) == id)
        {
            await table.DeleteAsync(key, Row, found.ETag, cancellationToken);
        }
    }

    private async Task<Standing> LookAtAsync(string key, CaseId other, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        for (var pause = FirstPause; ; pause *= 2)
        {
            var row = await reader.FindRowAsync(other, cancellationToken);
            if (row is not null && await isHeld(key, row, cancellationToken))
            {
                return Standing.Holds;
            }

            if (!mayComeToHold(row))
            {
                return Standing.Free;
            }

            if (waited >= patience)
            {
                // The row was read before it was seen not to hold: a fence that goes up says that it still does not.
                return await fence.RaiseAsync(other, row, cancellationToken) ? Standing.Free : Standing.Changed;
            }

            await Task.Delay(pause, cancellationToken);
            waited += pause;
        }
    }

    private enum Standing
    {
        Holds,
        Free,
        Changed,
    }
}
