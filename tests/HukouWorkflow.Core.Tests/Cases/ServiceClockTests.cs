using Microsoft.Extensions.Time.Testing;
using NodaTime;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

public sealed class ServiceClockTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 1, 4, 0);

    [Fact]
    public void Given_the_machines_clock_jumps_backwards_When_now_is_asked_Then_it_stands_still_until_that_has_caught_up()
    {
        var time = new FakeTimeProvider(Noon.ToDateTimeOffset());
        var clock = new ServiceClock(time, null);
        Assert.Equal(Noon, clock.Now);

        time.AdjustTime((Noon - Duration.FromHours(1)).ToDateTimeOffset());
        Assert.Equal((Noon, Duration.FromHours(1)), (clock.Now, clock.Behind));

        time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal((Noon + Duration.FromMinutes(1), Duration.Zero), (clock.Now, clock.Behind));
    }

    [Fact]
    public void Given_a_store_from_the_future_When_the_clock_begins_Then_it_begins_there() =>
        Assert.Equal(Noon, new ServiceClock(new FakeTimeProvider((Noon - Duration.FromDays(9)).ToDateTimeOffset()), Noon).Now);

    [Fact]
    public void Given_eight_hours_before_midnight_UTC_When_today_is_asked_Then_it_is_tomorrow_in_China() =>
        Assert.Equal(Day(2026, 10, 2), new ServiceClock(new FakeTimeProvider(Instant.FromUtc(2026, 10, 1, 16, 0).ToDateTimeOffset()), null).Today);

    [Fact]
    public void Given_parts_of_a_millisecond_When_now_is_asked_Then_they_are_left_out() =>
        Assert.Equal(Noon, new ServiceClock(new FakeTimeProvider((Noon + Duration.FromTicks(9_999)).ToDateTimeOffset()), null).Now);

    [Fact]
    public async Task Given_many_ask_at_once_When_time_goes_on_Then_nobody_sees_it_go_back()
    {
        var time = new FakeTimeProvider(Noon.ToDateTimeOffset()) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        var clock = new ServiceClock(time, null);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var last = clock.Now;
            for (var i = 0; i < 2000; i++)
            {
                var now = clock.Now;
                Assert.True(now >= last);
                last = now;
            }
        }, TestContext.Current.CancellationToken)));
    }
}
