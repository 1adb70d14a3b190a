using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>
/// A case as it lies in a store: all that cannot be reckoned again. What a store keeps beside it (work lists, wakes,
/// counts) follows from the journal and the rules, and is made anew wherever the case arrives.
/// </summary>
public sealed record StoredCase
{
    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The version the case's own row names; a whole journal ends with it.</summary>
    public required int Version { get; init; }

    /// <summary>The hash the case's own row names; a whole journal ends with it.</summary>
    public required ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>Whose only open case this is; null where it is closed.</summary>
    public required PersonKey? Person { get; init; }

    /// <summary>The journal, in order.</summary>
    public required IReadOnlyList<StoredEntry> Journal { get; init; }

    /// <summary>The sealed personal data, in order.</summary>
    public required IReadOnlyList<SealedItem> Personal { get; init; }

    /// <summary>The answers kept under idempotency keys; those past their time may be missing.</summary>
    public required IReadOnlyList<IdempotentAnswer> Answers { get; init; }

    /// <summary>Folds the journal, link by link.</summary>
    /// <param name="broken">The first link that does not hold, or null where all do.</param>
    /// <returns>The state after the links that hold.</returns>
    public CaseState Fold(out BrokenLink? broken)
    {
        var chain = new JournalChain(Id);
        foreach (var entry in Journal)
        {
            if (chain.Add(entry.Version, entry.At, entry.Payload.Span, entry.Hash.Span) is { } link)
            {
                broken = link;
                return chain.State;
            }
        }

        // A case begins with an entry: one without any has lost it.
        broken = chain.End(Version, Head.Span) ?? (Version == 0 ? new BrokenLink(1, JournalFault.EntryMissing) : null);
        return chain.State;
    }
}
