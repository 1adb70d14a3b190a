using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>How values stand in columns.</summary>
internal static class Column
{
    /// <summary>
    /// The day of a case on which nothing is due. Later than any day (9999-12-31 is 2,932,896), so that an index puts such
    /// cases last; it still fits three bytes.
    /// </summary>
    public const int NoDay = 8_388_607;

    /// <summary>A case id as 16 big-endian bytes, whose order is the order in which cases were received.</summary>
    public static byte[] Of(CaseId id) => id.Value.ToByteArray(bigEndian: true);

    /// <summary>Reads a case id.</summary>
    public static CaseId Id(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>An instant as Unix milliseconds, rounded down: the same that goes into the hash.</summary>
    public static long Of(Instant instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>A wake as Unix milliseconds, rounded up: a case woken early would find nothing to do and ask to be woken again at once.</summary>
    public static long OfWake(Instant instant)
    {
        var milliseconds = instant.ToUnixTimeMilliseconds();
        return Instant(milliseconds) < instant ? milliseconds + 1 : milliseconds;
    }

    /// <summary>Reads an instant.</summary>
    public static Instant Instant(long milliseconds) => NodaTime.Instant.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>A day as days since 1970-01-01, or <see cref="NoDay"/>.</summary>
    public static int Of(LocalDate? day) => day is { } given ? Period.DaysBetween(Epoch, given) : NoDay;

    /// <summary>Reads a day.</summary>
    public static LocalDate? Day(long days) => days == NoDay ? null : Epoch.PlusDays((int)days);

    private static LocalDate Epoch => new(1970, 1, 1);
}
