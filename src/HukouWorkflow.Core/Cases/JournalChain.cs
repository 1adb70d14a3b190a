using System.Text.Json;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>Folds a case's journal entry by entry, and finds the first link that does not hold.</summary>
public sealed class JournalChain
{
    private readonly byte[] _head = JournalHash.Seed.ToArray();

    /// <summary>A chain with no entry yet.</summary>
    /// <param name="id">Whose journal it is.</param>
    public JournalChain(CaseId id) => State = CaseState.Before(id);

    /// <summary>The state after the entries that hold.</summary>
    public CaseState State { get; private set; }

    /// <summary>Adds the next entry; returns the broken link where it does not hold.</summary>
    public BrokenLink? Add(int version, Instant at, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> hash)
    {
        if (version != State.Version + 1)
        {
            return new BrokenLink(State.Version + 1, JournalFault.EntryMissing);
        }

        JournalHash.Next(_head, version, at, payload, _head);
        if (!hash.SequenceEqual(_head))
        {
            return new BrokenLink(version, JournalFault.HashDiffers);
        }

        if (Read(payload) is not { } happened)
        {
            return new BrokenLink(version, JournalFault.EventUnreadable);
        }

        State = State.Apply(happened, at);
        return null;
    }

    /// <summary>Compares the end of the journal with what the case says of it.</summary>
    public BrokenLink? End(int version, ReadOnlySpan<byte> head) =>
        State.Version < version ? new BrokenLink(State.Version + 1, JournalFault.EntryMissing)
        : State.Version > version ? new BrokenLink(version + 1, JournalFault.EntryNotCounted)
        : !head.SequenceEqual(_head) ? new BrokenLink(version, JournalFault.HeadDiffers)
        : null;

    /// <summary>Reads an event, or null where the bytes are no event this build knows.</summary>
    public static CaseEvent? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            return EventJson.Read(payload);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            // The message may quote the event; the fault's code is all that is told.
            return null;
        }
    }
}
