using NodaTime;

namespace HukouWorkflow.Tables.Rows;

/// <summary>Instants as rows keep them: Unix milliseconds.</summary>
internal static class Moment
{
    // Instants reach back to -9998; so far back they still make a positive number.
    private const long Offset = 400_000_000_000_000;
    private const int Digits = 15;

    /// <summary>An instant, rounded down: the same that goes into the hash.</summary>
    public static long Of(Instant instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>A wake, rounded up: a case woken early would find nothing to do and ask to be woken again at once.</summary>
    public static long OfWake(Instant instant)
    {
        var milliseconds = instant.ToUnixTimeMilliseconds();
        return Read(milliseconds) < instant ? milliseconds + 1 : milliseconds;
    }

    /// <summary>Reads an instant.</summary>
    public static Instant Read(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>Digits whose order as text is the order in time.</summary>
    public static string Sortable(long milliseconds) => (milliseconds + Offset).ToString($"D{Digits}", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads such digits.</summary>
    public static bool TryReadSortable(ReadOnlySpan<char> text, out long milliseconds)
    {
        var isMoment = long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var shifted) && text.Length == Digits;
        milliseconds = shifted - Offset;
        return isMoment;
    }
}
