using HukouWorkflow.Core.Calendar;
using NodaTime;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Who applies.</summary>
internal static class Applicants
{
    /// <summary>How many accounts they apply from.</summary>
    public const int Accounts = 64;

    /// <summary>A residence that has years to run: such a case is accepted, and then waits.</summary>
    public static LocalDate ResidentForAYear => Today.PlusYears(-1);

    /// <summary>A residence that is complete already: such a case is checked, granted and settled at once.</summary>
    public static LocalDate ResidentForSixYears => Today.PlusYears(-6);

    private static LocalDate Today => ChinaTime.DateOf(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
}
