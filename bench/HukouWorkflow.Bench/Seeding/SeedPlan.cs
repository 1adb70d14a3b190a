using NodaTime;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>Which open cases a folder is filled with.</summary>
/// <param name="Cases">How many.</param>
/// <param name="FallDueOn">The day on which all of them mature; null where that is spread over the next five years.</param>
internal sealed record SeedPlan(int Cases, LocalDate? FallDueOn = null)
{
    /// <summary>The day in China that begins once everything seeded has arrived: what is measured starts here, whatever the machine's date.</summary>
    public static readonly LocalDate Today = new(2026, 12, 1);

    /// <summary>Over how many days before <see cref="Today"/> the cases arrive.</summary>
    public const int DaysOfArrival = 730;

    /// <summary>What tells its folder from others.</summary>
    public string Name => FallDueOn is { } day ? FormattableString.Invariant($"{Cases}-due-{day:uuuu-MM-dd}") : FormattableString.Invariant($"{Cases}-mixed");
}
