using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>
/// A run of days, half open: the first day is in it, <paramref name="To"/> is the first day that no longer is (the day of
/// return from an absence, the day a count resumes). Days are calendar days in China.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after, or null where it goes on.</param>
public readonly record struct DateSpan(LocalDate From, LocalDate? To)
{
    /// <summary>Whether a day lies in the span.</summary>
    public bool Contains(LocalDate day) => day >= From && (To is null || day < To);
}
