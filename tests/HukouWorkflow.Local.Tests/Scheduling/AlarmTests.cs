using HukouWorkflow.Local.Scheduling;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Scheduling;

public sealed class AlarmTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 1, 12, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_an_alarm_set_When_something_sooner_is_told_of_Then_it_rings_once()
    {
        var alarm = new Alarm();
        alarm.Set(Noon);

        alarm.Tell(Noon - Duration.FromHours(1));
        alarm.Tell(Noon - Duration.FromMinutes(1));

        await alarm.RingAsync(Ct);
        Assert.False(alarm.RingAsync(Ct).IsCompleted);
    }

    [Fact]
    public void Given_an_alarm_set_When_only_later_wakes_are_told_of_Then_it_is_silent()
    {
        var alarm = new Alarm();
        alarm.Set(Noon);

        alarm.Tell(Noon);
        alarm.Tell(Noon + Duration.FromHours(1));

        Assert.False(alarm.RingAsync(Ct).IsCompleted);
    }

    [Fact]
    public void Given_a_wake_told_of_while_the_queue_was_read_When_the_alarm_is_set_Then_it_is_set_to_that_wake_and_does_not_ring_for_it()
    {
        var alarm = new Alarm();
        alarm.Clear();
        alarm.Tell(Noon);

        Assert.Equal(Noon, alarm.Set(Noon + Duration.FromDays(1)));
        Assert.False(alarm.RingAsync(Ct).IsCompleted);
    }

    [Fact]
    public void Given_an_alarm_cleared_When_it_is_set_Then_what_was_told_of_before_is_left_to_the_queue()
    {
        var alarm = new Alarm();
        alarm.Tell(Noon);
        alarm.Clear();

        Assert.Equal(Noon + Duration.FromDays(1), alarm.Set(Noon + Duration.FromDays(1)));
    }
}
