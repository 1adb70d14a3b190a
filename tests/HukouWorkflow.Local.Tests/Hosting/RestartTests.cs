namespace HukouWorkflow.Local.Tests.Hosting;

public sealed class RestartTests
{
    [Fact]
    public Task Given_a_process_stopped_twice_under_load_When_five_years_have_passed_Then_nothing_is_lost_and_nothing_is_done_twice() =>
        Ordeal.LiveThroughAsync(settlers: 30, interruptions: 2, async process => Assert.Equal(0, await process.StopAsync()));
}
