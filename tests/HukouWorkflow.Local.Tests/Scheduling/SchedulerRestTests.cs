using HukouWorkflow.Agencies;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Keys;
using HukouWorkflow.Local.Scheduling;
using HukouWorkflow.Local.Time;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Scheduling;

/// <summary>How the scheduler sleeps: it neither spins nor sleeps through a wake.</summary>
public sealed class SchedulerRestTests
{
    private const int HandfulASecond = 5;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(3);
    private static readonly Instant Now = Instant.FromDateTimeOffset(Services.Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Given_ten_thousand_cases_of_which_none_is_due_When_served_Then_the_store_is_hardly_asked(int daysASecond)
    {
        var time = daysASecond == 0 ? TimeProvider.System : new TimeLapse(Services.Noon, TimeSpan.FromDays(daysASecond)).Go();
        await RunAsync(time, null, async (store, _) => Assert.InRange(await LooksAsync(store), 0, HandfulASecond * (int)Watched.TotalSeconds), cases: 10_000);
    }

    [Fact]
    public async Task Given_a_clock_set_back_When_a_case_is_soon_due_Then_the_store_is_hardly_asked_until_it_is()
    {
        await RunAsync(new SettableTime(Services.Noon.AddDays(-1)), Now, async (store, scheduler) =>
        {
            // Due a moment after the instant at which the service's clock stands still.
            var id = Cases.NewId();
            await store.AppendAsync(Cases.Received(id, at: Now) with { NextWake = Now + Duration.FromMilliseconds(1) }, Ct);
            await scheduler.WakeAsync(id, Now + Duration.FromMilliseconds(1), Ct);
            Assert.InRange(await LooksAsync(store), 0, HandfulASecond * (int)Watched.TotalSeconds);
        });
    }

    [Fact]
    public async Task Given_a_case_being_stepped_When_its_wake_moves_and_was_passed_over_Then_it_is_stepped_again_at_once()
    {
        await RunAsync(new SettableTime(Services.Noon), null, async (store, scheduler) =>
        {
            await store.AppendAsync(Cases.Received(Cases.NewId(), at: Now) with { NextWake = Now + Duration.FromDays(1) }, Ct);
            var id = Cases.NewId();
            var moved = new TaskCompletionSource();
            var moves = 0;
            store.Appended = async append =>
            {
                if (append.State.Id == id && append.State.Status == CaseStatus.Accruing && Interlocked.Increment(ref moves) == 1)
                {
                    await store.AppendAsync(Cases.Viewed(append.State) with { At = Now, NextWake = Now }, Ct);
                    // Another case makes the scheduler look at the queue, where this one is due, and held.
                    var looks = store.Looks;
                    await scheduler.WakeAsync(Cases.NewId(), Now + Duration.FromHours(1), Ct);
                    await Services.EventuallyAsync(() => Task.FromResult(store.Looks > looks), "The scheduler looks, and passes the held case over.");
                    await scheduler.WakeAsync(id, Now, Ct);
                    moved.SetResult();
                }
            };

            await store.AppendAsync(Cases.Received(id, at: Now) with { NextWake = Now }, Ct);
            await scheduler.WakeAsync(id, Now, Ct);

            await moved.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
            await Services.EventuallyAsync(async () => await store.FindWakeAsync(id, Ct) > Now, "It is stepped again.", seconds: 5);
        });
    }

    [Fact]
    public async Task Given_thousands_who_tell_of_later_wakes_When_the_scheduler_sleeps_Then_the_store_is_hardly_asked()
    {
        await RunAsync(new SettableTime(Services.Noon), null, async (store, scheduler) =>
        {
            await store.AppendAsync(Cases.Received(Cases.NewId(), at: Now) with { NextWake = Now + Duration.FromDays(1) }, Ct);
            await scheduler.WakeAsync(Cases.NewId(), Now + Duration.FromDays(1), Ct);
            await Task.Delay(TimeSpan.FromMilliseconds(200), Ct);
            var before = store.Looks;

            for (var day = 2; day < 5000; day++)
            {
                await scheduler.WakeAsync(Cases.NewId(), Now + Duration.FromDays(day), Ct);
            }

            Assert.InRange(store.Looks - before, 0, HandfulASecond);
        });
    }

    private static async Task<int> LooksAsync(WatchedStore store)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200), Ct);
        var before = store.Looks;
        await Task.Delay(Watched, Ct);
        return store.Looks - before;
    }

    private static async Task RunAsync(TimeProvider time, Instant? latest, Func<WatchedStore, CaseScheduler, Task> test, int cases = 0)
    {
        using var folder = new TemporaryFolder();
        var keys = DataKeys.Of(folder.Data);
        await using var real = SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);
        await Task.WhenAll(Enumerable.Range(0, cases).Select(_ => real.AppendAsync(Cases.Received(Cases.NewId(), at: Now) with { NextWake = Instant.FromUtc(2100, 1, 1, 0, 0) }, Ct)));
        var store = new WatchedStore(real);
        await using var services = new ServiceCollection()
            .AddSingleton<ICaseStore>(store)
            .AddSingleton(new ServiceClock(time, latest))
            .AddSingleton(keys.Protection)
            .AddSingleton(new PersonKeys(keys.Secret(ServiceSecret.Person)))
            .AddHukou(PolicyFolders.Read(PolicyFolders.Default).Book!)
            .AddAgencyClients(new AgencyOptions { BaseAddress = new Uri("http://127.0.0.1:9") })
            .AddSingleton<SchedulerMeter>()
            .AddSingleton<CaseScheduler>()
            .AddSingleton<ICaseRuntime>(provider => provider.GetRequiredService<CaseScheduler>())
            .AddLogging()
            .BuildServiceProvider();
        var scheduler = services.GetRequiredService<CaseScheduler>();
        await scheduler.StartAsync(Ct);
        try
        {
            await test(store, scheduler);
        }
        finally
        {
            await scheduler.StopAsync(CancellationToken.None);
        }
    }
}
