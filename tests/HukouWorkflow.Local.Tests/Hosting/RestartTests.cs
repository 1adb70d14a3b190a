namespace HukouWorkflow.Local.Tests.Hosting;

public sealed class RestartTests
{
    [Fact]
    public async Task Given_a_process_stopped_twice_under_load_When_all_is_done_Then_nothing_is_lost_and_nothing_is_done_twice()
    {
        var outcome = await Soaks.RunAsync(new SoakSettings { Seed = Random.Shared.Next(), Interruptions = 2, Gracefully = true, AtOnce = 4 });

        Assert.Equal(2, outcome.Interruptions);
    }
}
