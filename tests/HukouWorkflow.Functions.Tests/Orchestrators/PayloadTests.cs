using System.Text.Encodings.Web;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Orchestrators;
using HukouWorkflow.Functions.Testing.Engine;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>What is kept in histories: nobody's data, and in a shape that instances in flight can go on reading.</summary>
public sealed class PayloadTests(Shelf shelf) : IClassFixture<Shelf>
{
    private const string Step =
        """{"Status":"checking","Closed":false,"WakeAt":"2026-10-01T00:00:00Z","Checks":[{"CaseId":"019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55","No":1,"Agency":"housing"}],"Benefits":[{"CaseId":"019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55","No":7,"Agency":"education"}]}""";

    private const string Progress = """{"Status":"accruing","WakeAt":"2026-10-01T00:00:00Z","OrchestrationVersion":"1.0"}""";

    [Theory]
    [InlineData(typeof(CaseStep), Step)]
    [InlineData(typeof(CaseStep), """{"Status":"settled","Closed":true,"WakeAt":null,"Checks":[],"Benefits":[]}""")]
    [InlineData(typeof(DueEffect), """{"CaseId":"019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55","No":1,"Agency":"socialInsurance"}""")]
    [InlineData(typeof(CaseProgress), Progress)]
    public void Given_what_instances_in_flight_hold_When_read_and_written_Then_it_is_the_same(Type type, string golden) =>
        Assert.Equal(golden, WorkerJson.Instance.Serialize(WorkerJson.Instance.Deserialize(golden, type)));

    [Fact]
    public void Given_a_step_of_an_instance_in_flight_When_read_Then_every_field_means_what_it_meant()
    {
        var step = WorkerJson.Instance.Deserialize<CaseStep>(Step)!;

        Assert.Equal(("checking", false, DateTime.UnixEpoch.AddDays(20_727)), (step.Status, step.Closed, step.WakeAt));
        Assert.Equal(new DueEffect("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55", 1, "housing"), Assert.Single(step.Checks));
        Assert.Equal(new DueEffect("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55", 7, "education"), Assert.Single(step.Benefits));
        Assert.Equal(DateTimeKind.Utc, step.WakeAt!.Value.Kind);
    }

    [Fact]
    public async Task Given_a_life_with_outages_failures_and_wakes_When_it_ends_Then_no_payload_status_event_failure_or_log_line_holds_anything_of_the_person()
    {
        using var log = new LogLines();
        using var life = new Settlement(shelf.Store, Settlement.Maturity.PlusDays(-10), log: log);
        var random = new Random(1);
        life.Engine.ActivityMishaps = _ => random.Next(3) == 0 ? ActivityMishap.Fails : ActivityMishap.None;
        life.Agencies = kind => random.Next(2) == 0
            ? throw new HttpRequestException("The agency could not be reached.")
            : new BenefitReply($"{kind}-1", false, null);
        await life.ApplyAsync();
        await life.RunToAsync(Settlement.Maturity.PlusDays(2));

        Assert.Equal(CaseStatus.Settled, await life.StatusAsync());
        Assert.Contains(life.Engine.Payloads, payload => payload.Contains("HttpRequestException", StringComparison.Ordinal));
        var person = Settlement.Person;
        string[] secrets = [person.Name, person.ResidentId, person.Phone!, person.Phone![1..], person.Address!, person.PermitNumber!];
        var everything = life.Engine.Payloads.Concat(log.Lines).ToList();
        foreach (var secret in secrets.SelectMany(secret => (string[])[secret, JavaScriptEncoder.Default.Encode(secret)]))
        {
            Assert.DoesNotContain(everything, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Given_a_case_When_asked_how_its_orchestration_stands_Then_it_says_what_an_operator_needs()
    {
        using var life = new Settlement(shelf.Store);
        Assert.Null(await life.DescribeAsync());
        await life.ApplyAsync();
        Assert.Equal(("Pending", "starting"), await StatusAsync(life));
        await life.RunAsync();

        Assert.Equal(("Running", "accruing"), await StatusAsync(life));
        Assert.Equal(NodaTime.Instant.FromDateTimeOffset(Settlement.Morning(Settlement.Start.PlusDays(30))), (await life.DescribeAsync())!.NextWakeAt);
        Assert.Equal("""{"Status":"accruing","WakeAt":"2021-10-31T01:00:00Z","OrchestrationVersion":"1.0"}""", life.Instance.CustomStatus);
    }

    private static async Task<(string Runtime, string Custom)> StatusAsync(Settlement life) =>
        await life.DescribeAsync() is { } status ? (status.RuntimeStatus, status.CustomStatus) : default;
}
