using Azure;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;

namespace HukouWorkflow.Tables.Store;

/// <summary>Removes answers that were kept long enough, with their claims. Age is by the storage's own clock.</summary>
internal sealed class AnswerPruning(StorageTable cases, StorageTable answers, TimeProvider realTime)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(31);

    public async Task<long> PruneAsync(CancellationToken cancellationToken)
    {
        var pruned = 0L;
        var before = (realTime.GetUtcNow() - KeptFor).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        await foreach (var claim in answers.QueryAsync($"Timestamp lt datetime'{before}'", StorageTable.MostRows, select: null, cancellationToken))
        {
            // The answer first: a claim without one counts for nothing, an answer without its claim would lie there for ever.
            if (Claims.OwnerOf(claim) is { } owner)
            {
                await cases.DeleteAsync(owner.ToString(), AnswerRow.KeyOf(claim.PartitionKey), ETag.All, cancellationToken);
            }

            pruned += await answers.DeleteAsync(claim.PartitionKey, claim.RowKey, claim.ETag, cancellationToken) ? 1 : 0;
        }

        return pruned;
    }
}
