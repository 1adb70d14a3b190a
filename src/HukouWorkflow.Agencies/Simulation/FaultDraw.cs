using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>Which faults strike one attempt.</summary>
internal readonly record struct FaultDraw(bool Error, bool Drop, bool Late, bool Duplicate)
{
    /// <summary>Draws for an attempt; the same seed, key and attempt always draw the same.</summary>
    /// <param name="faults">The rates and the seed.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="attempt">The number of the attempt with this key, from 1.</param>
    public static FaultDraw Of(Faults faults, string key, int attempt)
    {
        if (attempt <= faults.FailFirst)
        {
            return new FaultDraw { Error = true };
        }

        if (faults is { ErrorRate: 0, DropRate: 0, LateRate: 0, DuplicateRate: 0 })
        {
            return default;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{faults.Seed}/{key}/{attempt}")), hash);
        return new FaultDraw(
            Strikes(hash, faults.ErrorRate),
            Strikes(hash[4..], faults.DropRate),
            Strikes(hash[8..], faults.LateRate),
            Strikes(hash[12..], faults.DuplicateRate));
    }

    // Four bytes of the hash are a number from 0 up to, and never, 1: a rate of 0 never strikes and a rate of 1 always does.
    private static bool Strikes(ReadOnlySpan<byte> hash, double rate) =>
        BinaryPrimitives.ReadUInt32LittleEndian(hash) / 4294967296.0 < rate;
}
