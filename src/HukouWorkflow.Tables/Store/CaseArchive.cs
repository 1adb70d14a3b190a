using System.Runtime.CompilerServices;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Tables.Store;

/// <summary>Moves, proves and mends whole cases.</summary>
internal sealed partial class CaseArchive(
    StorageTable cases,
    CaseReader reader,
    CaseWriter writer,
    Claims people,
    Claims answers,
    Wakes wakes,
    CaseIndex index,
    LatestInstant latest,
    ILogger logger)
{
    /// <summary>Every case in order, found by any row of it: one whose own row is gone must be told of too.</summary>
    public async IAsyncEnumerable<StoredCase> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        await foreach (var row in cases.QueryAsync("", StorageTable.MostRows, ["PartitionKey"], cancellationToken))
        {
            if (string.Equals(row.PartitionKey, last, StringComparison.Ordinal))
            {
                continue;
            }

            last = row.PartitionKey;
            if (!CaseId.TryParse(last, out var id))
            {
                LogUnreadable(logger, last);
            }
            else if (await reader.ReadStoredAsync(id, cancellationToken) is { } stored)
            {
                yield return stored;
            }
        }
    }

    public async Task<ImportResult> ImportAsync(StoredCase imported, Effects effects, CancellationToken cancellationToken)
    {
        var state = imported.Fold(out var broken);
        if (broken is { } link)
        {
            throw new CorruptJournalException(imported.Id, link.Version, link.Fault);
        }

        while (true)
        {
            var before = await reader.FindRowAsync(imported.Id, cancellationToken);
            if (before is { Version: > 0 })
            {
                return before.Version == imported.Version && before.Head.Span.SequenceEqual(imported.Head.Span) ? ImportResult.Present : ImportResult.Conflicts;
            }

            if (imported.Person is { } person && (await people.ClaimAsync(person.Hex, imported.Id, cancellationToken)).HeldBy is not null)
            {
                return ImportResult.Conflicts;
            }

            var kept = new List<IdempotentAnswer>();
            foreach (var answer in imported.Answers)
            {
                // A key that was used here meanwhile keeps what was answered here.
                if ((await answers.ClaimAsync(AnswerRow.Hex(answer.Key), imported.Id, cancellationToken)).HeldBy is null)
                {
                    kept.Add(answer);
                }
            }

            if (await writer.WriteAsync(CaseChange.Of(imported, state, effects, kept, before), cancellationToken))
            {
                await latest.RaiseAsync(state.LastAt, cancellationToken);
                return ImportResult.Imported;
            }
        }
    }

    public async Task<bool> ReindexAsync(CaseState state, Effects effects, CancellationToken cancellationToken)
    {
        var row = await reader.FindAsync(state.Id, cancellationToken);
        if (row?.Version != state.Version)
        {
            // It has moved on, and whoever moved it wrote its places.
            return false;
        }

        var differed = await PutBackAsync(row, cancellationToken);
        var due = CaseChange.Place(state, effects.NextWake, effects.Due, row, Guid.NewGuid().ToString("N")) with { Person = state.IsClosed ? null : row.Person };
        if (due with { Write = row.Write } != row)
        {
            differed |= await writer.WriteAsync(new CaseChange(row, due, []), cancellationToken);
        }

        return differed;
    }

    public async Task<long> RemoveStrayAsync(CancellationToken cancellationToken) =>
        await wakes.RemoveStrayAsync(cancellationToken) + await index.RemoveStrayAsync(cancellationToken);

    private async Task<bool> PutBackAsync(CaseRow row, CancellationToken cancellationToken)
    {
        var differed = false;
        if (row.Wake is { } wake && !await wakes.HasAsync(wake, cancellationToken))
        {
            await wakes.WriteAsync(wake, cancellationToken);
            differed = true;
        }

        if (row.Index is { } place && !await index.HasAsync(place, row.Since, cancellationToken))
        {
            await index.WriteAsync(place, row.Since, cancellationToken);
            differed = true;
        }

        if (row.Person is { } person && await people.FindAsync(person.Hex, cancellationToken) != row.Id)
        {
            var claim = await people.ClaimAsync(person.Hex, row.Id, cancellationToken);
            differed |= claim.HeldBy is null;
            if (claim.HeldBy is { } other)
            {
                LogTwice(logger, row.Id.ToString(), other.ToString());
            }
        }

        return differed;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The partition {Partition} of Cases is none of ours and is passed over. Delete it.")]
    private static partial void LogUnreadable(ILogger logger, string partition);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cases {Case} and {Other} are both open for one person. One of them was restored from a backup: have a caseworker close it.")]
    private static partial void LogTwice(ILogger logger, string @case, string other);
}
