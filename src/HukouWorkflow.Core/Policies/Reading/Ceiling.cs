using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>The most years of employment or insurance that a city of a class may ask, from a date on.</summary>
/// <param name="From">The first day it is in force.</param>
/// <param name="Maximum">The most; nothing at all where it is zero; null where the law states no number.</param>
/// <param name="MayAsk">What a city of the class may ask at all, or null where the law does not say.</param>
/// <param name="Citation">The article.</param>
internal sealed record Ceiling(LocalDate From, Period? Maximum, IReadOnlyList<CriterionKind>? MayAsk, Citation Citation)
{
    // A period of days may be longer or shorter than one of years, by the leap days it meets: four years from 1 January 2001 meet every case.
    private static readonly IReadOnlyList<LocalDate> Starts = [.. Enumerable.Range(0, 1461).Select(new LocalDate(2001, 1, 1).PlusDays)];

    public bool IsExceededBy(Period asked) => Maximum is { } most && Starts.Any(start => start + asked > start + most);
}
