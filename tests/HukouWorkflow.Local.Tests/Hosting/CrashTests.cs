namespace HukouWorkflow.Local.Tests.Hosting;

public sealed class CrashTests
{
    [Fact]
    public async Task Given_a_process_killed_five_times_under_load_When_all_is_done_Then_nothing_is_lost_and_nothing_is_done_twice()
    {
        var outcome = await Soaks.RunAsync(new SoakSettings { Seed = Random.Shared.Next(), Interruptions = 5 });

        Assert.Equal(5, outcome.Interruptions);
        Assert.True(outcome.Requests > outcome.Grants, "Agencies did work whose answer was lost, and were asked again.");
    }
}
