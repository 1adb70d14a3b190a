using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>What a clock shows on a day.</summary>
/// <param name="Required">The time asked for, in calendar years, months and days.</param>
/// <param name="AsOf">The day of the reading; days after it are not credited yet.</param>
/// <param name="CreditedDays">Days counted up to (not including) <paramref name="AsOf"/>.</param>
/// <param name="CountsFrom">The day from which the time is reckoned once every gap is taken into account, or null where there is no maturity.</param>
/// <param name="MaturesOn">
/// The day the required time is or will be complete if nothing changes and every endorsement to come is in time; null
/// while the clock stands still short of it.
/// </param>
/// <param name="Gaps">The days that do not count, in order, without overlap.</param>
/// <param name="Stopped">Since when and why the clock stands still, or null while it runs or once it has matured.</param>
/// <param name="Next">What the person must do next, or null where nothing is due.</param>
/// <param name="LapsesOn">The first day on which the clock will stand still unless what is next is done, or null.</param>
public sealed record ClockReading(
    Period Required,
    LocalDate AsOf,
    int CreditedDays,
    LocalDate? CountsFrom,
    LocalDate? MaturesOn,
    IReadOnlyList<Gap> Gaps,
    Gap? Stopped,
    Due? Next,
    LocalDate? LapsesOn)
{
    /// <summary>Days earned elsewhere among those counted; 0 where none are recognised.</summary>
    public int RecognisedDays { get; init; }

    /// <summary>Whether the required time was complete by the day of the reading.</summary>
    public bool IsComplete => MaturesOn is { } day && day <= AsOf;
}
