namespace HukouWorkflow.Local.Tests.Hosting;

public sealed class CrashTests
{
    [Fact]
    public Task Given_a_process_killed_six_times_under_load_When_five_years_have_passed_Then_nothing_is_lost_and_nothing_is_done_twice() =>
        Ordeal.LiveThroughAsync(settlers: 150, interruptions: 6, process => process.KillAsync());
}
