using NodaTime;

namespace HukouWorkflow.Core.Calendar;

/// <summary>
/// China Standard Time, eight hours ahead of UTC all year (no summer time since 1991): the zone in which every day of a
/// case begins and ends.
/// </summary>
public static class ChinaTime
{
    private static readonly Offset Ahead = Offset.FromHours(8);

    /// <summary>The calendar day in China at an instant.</summary>
    public static LocalDate DateOf(Instant instant) => instant.WithOffset(Ahead).Date;

    /// <summary>The first instant of a day in China.</summary>
    public static Instant StartOf(LocalDate day) => day.AtMidnight().WithOffset(Ahead).ToInstant();
}
