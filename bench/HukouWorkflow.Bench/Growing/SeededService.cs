using System.Globalization;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Seeding;
using NodaTime.Text;

namespace HukouWorkflow.Bench.Growing;

/// <summary>The real service on a seeded folder, on the day that the folder is for.</summary>
internal static class SeededService
{
    /// <summary>How it is started, for a report's settings.</summary>
    public static readonly string How = string.Create(
        CultureInfo.InvariantCulture,
        $"The service is hukou serve in a process of its own, its time beginning on {SeedPlan.Today:uuuu-MM-dd} and running as fast as real time; data files as they lie in the system's memory after seeding");

    /// <summary>Starts <c>hukou serve</c>.</summary>
    public static Task<RunningService> StartAsync(SeededFolder folder, CancellationToken cancellationToken, params IReadOnlyList<string> more) =>
        RunningService.ServeAsync(folder.Data, agencies: null, ["--time-lapse", "1s", "--start", LocalDatePattern.Iso.Format(SeedPlan.Today), .. more], cancellationToken);

    /// <summary>People who apply while something is measured, and whose own cases wait.</summary>
    /// <param name="service">To whom.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="connections">On how many connections.</param>
    /// <param name="people">How many of them there are at most.</param>
    public static LoadPlan WaitingApplicants(RunningService service, SeededFolder folder, int connections, int people) => new()
    {
        Address = service.Address,
        Connections = connections,
        Tokens = service.IssueApplicantTokens(connections),
        FirstPerson = folder.TakePeople(people),
        ResidenceFrom = SeedPlan.Today.PlusYears(-1),
    };
}
