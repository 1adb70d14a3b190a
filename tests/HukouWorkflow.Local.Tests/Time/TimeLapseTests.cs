using System.Diagnostics;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Time;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Time;

public sealed class TimeLapseTests
{
    private static readonly DateTimeOffset Start = new(2021, 10, 8, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Given_a_month_a_second_When_real_time_passes_Then_thirty_days_pass_for_each_second_and_none_before_it_goes()
    {
        var time = new TimeLapse(Start, TimeSpan.FromDays(30));
        Assert.Equal(Start, time.GetUtcNow());

        var before = Stopwatch.GetTimestamp();
        time.Go();
        var after = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(after) > TimeSpan.FromMilliseconds(50));
        var least = Stopwatch.GetElapsedTime(after);
        var lapsed = time.GetUtcNow() - Start;

        Assert.InRange(lapsed / 2_592_000, least, Stopwatch.GetElapsedTime(before));
    }

    [Fact]
    public void Given_lapsed_time_left_running_When_it_comes_to_the_end_of_the_calendar_Then_it_stands_there()
    {
        var time = new TimeLapse(Start, TimeSpan.FromDays(10_000_000)).Go();

        Assert.True(SpinWait.SpinUntil(() => time.GetUtcNow().Year == 9000, TimeSpan.FromSeconds(10)));
        Assert.Equal(time.GetUtcNow(), time.GetUtcNow());
    }

    [Fact]
    public void Given_a_stretch_that_is_over_When_time_goes_on_Then_it_goes_on_from_there_and_makes_up_for_nothing()
    {
        var time = new TimeLapse(Start, TimeSpan.FromDays(1_000)).Go(TimeSpan.FromDays(8));
        Assert.True(SpinWait.SpinUntil(() => time.GetUtcNow() == Start.AddDays(8), TimeSpan.FromSeconds(10)));
        Thread.Sleep(30);
        Assert.Equal(Start.AddDays(8), time.GetUtcNow());

        time.Go(TimeSpan.FromDays(8));

        Assert.InRange(time.GetUtcNow(), Start.AddDays(8), Start.AddDays(16));
        Assert.True(SpinWait.SpinUntil(() => time.GetUtcNow() == Start.AddDays(16), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Given_timers_on_lapsed_time_When_they_fire_Then_their_time_has_come()
    {
        // The machine's own timers keep time to a tick of some milliseconds, so what is held here is to that tick.
        var tick = TimeSpan.FromMilliseconds(20) * 1000;
        var time = new TimeLapse(Start, TimeSpan.FromSeconds(1000)).Go();

        foreach (var due in new[] { TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(99.5), TimeSpan.FromSeconds(200) })
        {
            var set = time.GetUtcNow();
            await Task.Delay(due, time, TestContext.Current.CancellationToken);
            Assert.True(time.GetUtcNow() - set >= due - tick, $"{due} was over after {time.GetUtcNow() - set}");
        }
    }

    [Fact]
    public async Task Given_a_start_When_the_service_starts_again_after_time_has_passed_Then_it_goes_on_from_the_latest_instant_it_saw()
    {
        using var folder = new TemporaryFolder();
        var start = Instant.FromDateTimeOffset(Start);
        var settings = new ServeSettings
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = folder.Data,
            Agencies = new() { BaseAddress = new Uri("http://127.0.0.1:9") },
            TimeLapse = TimeSpan.FromDays(30),
            Start = start,
            Logs = false,
        };
        await using (var service = await LocalService.StartAsync(settings, TestContext.Current.CancellationToken))
        {
            Assert.InRange(NowOf(service), start, start + Duration.FromDays(900));
            using var applicants = new Applicants(service.Address, service.Tokens!);
            await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusDays(-10)));
        }

        var seen = Instant.FromUnixTimeMilliseconds(folder.Number("SELECT value FROM meta WHERE key = 'latest'"));
        Assert.True(seen > start);

        await using var again = await LocalService.StartAsync(settings, TestContext.Current.CancellationToken);
        Assert.InRange(NowOf(again), seen, seen + Duration.FromDays(900));
    }

    private static Instant NowOf(LocalService service) => service.Services.GetRequiredService<Core.ServiceClock>().Now;
}
