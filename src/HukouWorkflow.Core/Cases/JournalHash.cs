using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>The hash chain of a journal.</summary>
public static class JournalHash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The hash before the first entry.</summary>
    public static ReadOnlyMemory<byte> Seed { get; } = new byte[Length];

    /// <summary>The hash of an entry: SHA-256 over the hash before it, its version, its instant and its event as stored.</summary>
    /// <param name="previous">The hash of the entry before, or <see cref="Seed"/>.</param>
    /// <param name="version">The entry's version, from 1.</param>
    /// <param name="at">The entry's instant; milliseconds of Unix time go into the hash.</param>
    /// <param name="payload">The event as stored.</param>
    /// <param name="destination">Receives 32 bytes.</param>
    public static void Next(ReadOnlySpan<byte> previous, int version, Instant at, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        var length = Length + sizeof(int) + sizeof(long) + payload.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            previous.CopyTo(buffer);
            BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(Length), version);
            BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(Length + sizeof(int)), at.ToUnixTimeMilliseconds());
            payload.CopyTo(buffer.AsSpan(Length + sizeof(int) + sizeof(long)));
            SHA256.HashData(buffer.AsSpan(0, length), destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
