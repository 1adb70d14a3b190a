using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>An event in its place in a case's journal.</summary>
/// <param name="Version">1 for the first event of the case; no number is left out.</param>
/// <param name="At">When it was written, by the service's clock.</param>
/// <param name="Event">What happened.</param>
/// <param name="Hash">
/// SHA-256 over the hash before it (32 zero bytes for the first), the version, the instant and the event as stored:
/// changing, dropping or reordering any earlier entry changes every later hash.
/// </param>
public sealed record JournalEntry(int Version, Instant At, CaseEvent Event, ReadOnlyMemory<byte> Hash);
