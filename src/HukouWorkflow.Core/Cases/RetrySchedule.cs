using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>
/// How long to wait before asking an agency again. The waits grow from a minute to a day and a half, so that a weekend's
/// outage sends no case to a desk, and are spread by up to a fifth either way, so that the cases of one outage do not all come back in one second. The spread is computed from the effect's
/// key: the same attempt always waits the same time, on every machine and in every replay.
/// </summary>
internal static class RetrySchedule
{
    /// <summary>Failed attempts after which a register's answer is taken for unknown, and a benefit is shown to a caseworker.</summary>
    public const int PatientAttempts = 9;

    private static readonly Duration[] Waits =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30),
        Duration.FromHours(2), Duration.FromHours(8), Duration.FromHours(12), Duration.FromHours(24), Duration.FromHours(36),
    ];

    private static readonly Duration WaitOnceEscalated = Duration.FromDays(7);

    /// <summary>The wait after a failed attempt, in whole milliseconds: a wake is stored to the millisecond, and one that came before what is due would find nothing to do.</summary>
    /// <param name="key">The effect.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    public static Duration After(EffectKey key, int attempt)
    {
        var wait = attempt < PatientAttempts ? Waits[attempt - 1] : WaitOnceEscalated;
        return Duration.FromMilliseconds((long)(wait.TotalMilliseconds * (0.8 + (0.4 * Fraction(key, attempt)))));
    }

    // FNV-1a over the case's bytes, the effect and the attempt. HashCode is seeded anew in every process and would not do.
    private static double Fraction(EffectKey key, int attempt)
    {
        Span<byte> bytes = stackalloc byte[16 + sizeof(int) + sizeof(int)];
        key.Case.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes[16..], key.No);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes[20..], attempt);
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * 16777619u);
        }

        return hash / (double)uint.MaxValue;
    }
}
