using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Core.Calendar;
using NodaTime;

namespace HukouWorkflow.Bench.Maturing;

/// <summary>How a midnight is measured at which many cases fall due.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Window">How long each window of applications is measured.</param>
/// <param name="WindowsBefore">How many windows there is time for before midnight; the first warms the service up.</param>
/// <param name="Runs">How often all of it is done, each time in a new folder.</param>
internal sealed record MidnightPlan(int Cases, TimeSpan Window, int WindowsBefore, int Runs)
{
    public static readonly MidnightPlan Full = new(100_000, TimeSpan.FromSeconds(5), 4, 3);

    public static readonly MidnightPlan Quick = new(5_000, TimeSpan.FromSeconds(1), 3, 1);

    // A generator starts anew for each window, and the host itself at first.
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(3);

    /// <summary>The day that begins with the cases falling due.</summary>
    public static LocalDate Day => SeedPlan.Today.PlusDays(1);

    /// <summary>The instant.</summary>
    public static Instant Midnight => ChinaTime.StartOf(Day);

    /// <summary>When the host's time begins: early enough for the windows before.</summary>
    public Instant Begin => Midnight - Duration.FromTimeSpan(((Window + Starting) * WindowsBefore) + Starting);
}
