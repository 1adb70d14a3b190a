using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Tables.Store;

/// <summary>
/// Appends to cases. The order is what makes it right: the case's row is read first; then the claims are made, then wake
/// and list row are written; then one guarded transaction decides; then what is over is removed. A writer that dies on the
/// way leaves only what nobody trusts, and a writer that is fenced finds the row changed and begins again.
/// </summary>
internal sealed partial class CaseWriter(
    StorageTable cases,
    CaseReader reader,
    Claims people,
    Claims answers,
    Wakes wakes,
    CaseIndex index,
    LatestInstant latest,
    ILogger logger)
{
    // An append begins again only where somebody fenced it, and each fence waits for it before.
    private const int MostAttempts = 20;

    /// <summary>Appends, as <see cref="ICaseStore.AppendAsync"/> says. Cancelling counts until the case's transaction is sent.</summary>
    public async Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        var payloads = AppendCheck.Payloads(append);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await TryAppendAsync(append, payloads, cancellationToken) is { } result)
            {
                return result;
            }
        }

        throw new StoreUnavailableException($"Case {append.State.Id} is being written to from too many sides; nothing was written. Try again.");
    }

    /// <summary>Writes a change: rows that stand for the case before, and after it removes those that are over.</summary>
    /// <returns>Whether it was written; false where the case is no longer as it was read.</returns>
    public async Task<bool> WriteAsync(CaseChange change, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            change.NewWake is { } wake ? wakes.WriteAsync(wake, cancellationToken) : Task.CompletedTask,
            change.NewIndex is { } place ? index.WriteAsync(place, change.After.Since, cancellationToken) : Task.CompletedTask);
        cancellationToken.ThrowIfCancellationRequested();

        var isWritten = await SubmitAsync(change);
        await Task.WhenAll(
            TidyAsync(isWritten ? change.OldWake : change.NewWake, wakes.DeleteAsync),
            TidyAsync(isWritten ? change.OldIndex : change.NewIndex, index.DeleteAsync));
        return isWritten;
    }

    private async Task<AppendResult?> TryAppendAsync(CaseAppend append, byte[][] payloads, CancellationToken cancellationToken)
    {
        var id = append.State.Id;
        var before = await reader.FindRowAsync(id, cancellationToken);
        if ((before?.Version ?? 0) != append.ExpectedVersion)
        {
            return await FindAnswerAsync(append.Answer?.Key, cancellationToken) is { } earlier ? new AppendResult.AnsweredBefore(earlier) : new AppendResult.Conflict();
        }

        var key = append.Answer is { } answer ? AnswerRow.Hex(answer.Key) : null;
        var claim = key is null ? default : await answers.ClaimAsync(key, id, cancellationToken);
        if (claim.HeldBy is not null)
        {
            return await FindAnswerAsync(append.Answer!.Key, cancellationToken) is { } earlier ? new AppendResult.AnsweredBefore(earlier) : null;
        }

        if (append.Person is { } person && (await people.ClaimAsync(person.Hex, id, cancellationToken)).HeldBy is { } other)
        {
            await TidyAsync(claim.Made, (made, token) => answers.GiveUpAsync(key!, made!.Value, token));
            return new AppendResult.PersonHasOpenCase(other);
        }

        var change = CaseChange.Of(append, payloads, before);
        if (change.IsNothing)
        {
            // A look that found nothing to do, of which a waiting case has one a month, writes nothing to the case.
            await TidyAsync(append.At, (at, token) => latest.RaiseAsync(at, token));
            return new AppendResult.Appended();
        }

        if (await WriteAsync(change, cancellationToken))
        {
            var released = change.After.Person is null ? before?.Person : null;
            await Task.WhenAll(
                TidyAsync(released, (over, token) => people.ReleaseAsync(over!.Value.Hex, id, token)),
                TidyAsync(append.At, (at, token) => latest.RaiseAsync(at, token)));
            return new AppendResult.Appended();
        }

        if (append.Answer is { } again && await reader.FindAnswerAsync(id, again.Key, cancellationToken) is { } kept)
        {
            return new AppendResult.AnsweredBefore(kept.Answer);
        }

        // Where the version has not moved, the append was fenced and begins again.
        return ((await reader.FindRowAsync(id, cancellationToken))?.Version ?? 0) != append.ExpectedVersion ? new AppendResult.Conflict() : null;
    }

    /// <summary>The answer kept under a key, through the claim on it.</summary>
    public async Task<IdempotentAnswer?> FindAnswerAsync(ReadOnlyMemory<byte>? key, CancellationToken cancellationToken) =>
        key is { } given
        && await answers.FindAsync(AnswerRow.Hex(given), cancellationToken) is { } owner
        && await reader.FindAnswerAsync(owner, given, cancellationToken) is { } found
            ? found.Answer
            : null;

    private async Task<bool> SubmitAsync(CaseChange change)
    {
        try
        {
            return await Transactions.SubmitAsync(cases, change, CancellationToken.None) || await IsWrittenAsync(change);
        }
        catch (StoreUnavailableException)
        {
            // The answer may be lost and the change made: the rows say which.
            if (await IsWrittenAsync(change))
            {
                return true;
            }

            throw;
        }
    }

    // The SDK tries again after an answer was lost, and is then told that the row has changed: by this very write.
    private async Task<bool> IsWrittenAsync(CaseChange change)
    {
        var id = change.After.Id;
        var row = await reader.FindRowAsync(id, CancellationToken.None);
        if (row is null || row.Version < change.After.Version || change.After.Version == 0)
        {
            return false;
        }

        // Others may have appended since: then the first entry says who wrote it.
        var first = (change.Before?.Version ?? 0) + 1;
        return string.Equals(row.Write, change.After.Write, StringComparison.Ordinal)
            || (first <= change.After.Version && string.Equals(await reader.FindWriterAsync(id, first, CancellationToken.None), change.After.Write, StringComparison.Ordinal));
    }

    // The append is decided: what cannot be tidied up is harmless, found again and removed later.
    private async Task TidyAsync<T>(T? over, Func<T, CancellationToken, Task> remove)
    {
        if (over is null)
        {
            return;
        }

        try
        {
            await remove(over, CancellationToken.None);
        }
        catch (StoreUnavailableException left)
        {
            LogLeft(logger, left);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What an append has done with could not be tidied up. It does no harm; `hukou reindex` removes it.")]
    private static partial void LogLeft(ILogger logger, Exception error);
}
