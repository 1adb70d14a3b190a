using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>An entry of a journal as the bytes that were stored, so that it can be moved and proved without being read.</summary>
/// <param name="Version">Its version in the case, from 1.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Payload">The event as stored.</param>
/// <param name="Hash">The hash that chains it to all before.</param>
public sealed record StoredEntry(int Version, Instant At, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Hash);
