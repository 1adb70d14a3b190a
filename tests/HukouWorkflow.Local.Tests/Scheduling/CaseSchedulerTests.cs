using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Keys;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Scheduling;

/// <summary>The scheduler as part of the service, over a real store.</summary>
public sealed class CaseSchedulerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_case_that_accrues_When_its_day_comes_Then_it_is_settled_and_not_a_moment_before()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Services.Noon);
        await using var agencies = await SimulateAsync();
        await using var service = await Services.StartAsync(folder, time, agencies);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var id = await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusYears(-5).PlusDays(10)));
        await AwaitAsync(applicants, 1, id, "accruing");

        var midnight = Core.Calendar.ChinaTime.StartOf(Services.Today.PlusDays(10)).ToDateTimeOffset();
        time.Advance(midnight - time.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        // A second case, due at once, shows that the scheduler has been round since.
        var other = await applicants.ApplyAsync(2, People.Application(2, Services.Today.PlusYears(-6)));
        await AwaitAsync(applicants, 2, other, "settled");
        Assert.Equal("accruing", await applicants.StatusAsync(1, id));

        time.Advance(TimeSpan.FromMilliseconds(1));
        await AwaitAsync(applicants, 1, id, "settled");
        Assert.Equal(4, (await AgencyBooks.GrantedAsync(agencies, Ct)).Count);
    }

    [Fact]
    public async Task Given_thousands_due_at_one_instant_and_one_whose_journal_is_broken_When_served_Then_all_others_are_cleared()
    {
        const int Many = 3000;
        using var folder = new TemporaryFolder();
        var now = Instant.FromDateTimeOffset(Services.Noon);
        await FillAsync(folder, Many, now);
        Assert.Equal(1, folder.Tamper("UPDATE journal SET payload = zeroblob(length(payload)) WHERE entry = (7 << 24) + 1"));

        await using var service = await Services.StartAsync(folder);

        var store = service.Services.GetRequiredService<ICaseStore>();
        await Services.EventuallyAsync(async () => (await store.ReadDueAsync(now, Many, Ct)).Count == 1, "All but the broken one are stepped.");
        Assert.Equal(Many - 1, (await store.CountAsync(Ct)).Single(count => count.Status == CaseStatus.Accruing).Cases);
        var broken = (await store.ReadDueAsync(now, Many, Ct))[0].Id;
        await Assert.ThrowsAsync<CorruptJournalException>(() => store.LoadAsync(broken, Ct));
    }

    [Fact]
    public async Task Given_a_service_where_nothing_has_failed_When_its_metrics_are_read_Then_the_series_an_alarm_watches_is_there()
    {
        using var folder = new TemporaryFolder();
        await using var service = await Services.StartAsync(folder);
        using var applicants = new Applicants(service.Address, service.Tokens!);

        Assert.Matches(@"(?m)^hukou_step_set_aside\S* 0( |$)", await applicants.TextAsync("metrics"));
    }

    [Fact]
    public async Task Given_a_case_written_behind_the_schedulers_back_When_nobody_tells_of_it_Then_it_is_found_by_its_wake()
    {
        using var folder = new TemporaryFolder();
        await using var service = await Services.StartAsync(folder);
        var store = service.Services.GetRequiredService<ICaseStore>();
        var now = Instant.FromDateTimeOffset(Services.Noon);
        var id = Cases.NewId();

        await store.AppendAsync(Cases.Received(id, at: now) with { NextWake = now }, Ct);

        await Services.EventuallyAsync(async () => (await store.LoadAsync(id, Ct))!.Status == CaseStatus.Accruing, "The lost wake is found.");
    }

    [Fact]
    public async Task Given_an_agency_that_does_not_answer_When_another_case_falls_due_Then_it_is_stepped_meanwhile()
    {
        using var folder = new TemporaryFolder();
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), new Faults { Agencies = ["health"], LatencyMs = 600_000 }, cancellationToken: Ct);
        await using var service = await Services.StartAsync(folder, agencies: agencies);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var slow = await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusYears(-6)));
        await AwaitAsync(applicants, 1, slow, "granting");

        var other = await applicants.ApplyAsync(2, People.Application(2, Services.Today.PlusDays(-10)));

        await AwaitAsync(applicants, 2, other, "accruing");
        Assert.Equal("granting", await applicants.StatusAsync(1, slow));
    }

    [Fact]
    public async Task Given_a_clock_set_back_When_it_stands_Then_the_service_says_so_and_no_journal_runs_backwards()
    {
        using var folder = new TemporaryFolder();
        var time = new SettableTime(Services.Noon);
        await using var agencies = await SimulateAsync();
        await using var service = await Services.StartAsync(folder, time, agencies);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var first = await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusYears(-6)));
        await AwaitAsync(applicants, 1, first, "settled");
        Assert.Equal("Healthy", await applicants.TextAsync("health/ready"));

        time.Now = Services.Noon.AddDays(-400);

        Assert.Equal("Degraded", await applicants.TextAsync("health/ready"));
        var second = await applicants.ApplyAsync(2, People.Application(2, Services.Today.PlusYears(-6)));
        await AwaitAsync(applicants, 2, second, "settled");
        Assert.Equal("settled", await applicants.StatusAsync(1, first));
        Assert.Equal(4, (await AgencyBooks.GrantedAsync(agencies, Ct)).Count);
        Assert.Equal(0, folder.Number(
            "SELECT count(*) FROM journal AS later JOIN journal AS earlier ON earlier.entry = later.entry - 1 AND earlier.at > later.at"));
    }

    [Fact]
    public async Task Given_a_clock_set_forward_a_year_When_no_timer_hears_of_it_Then_everything_due_is_done()
    {
        using var folder = new TemporaryFolder();
        var time = new SettableTime(Services.Noon);
        await using var agencies = await SimulateAsync();
        await using var service = await Services.StartAsync(folder, time, agencies);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var ids = new List<string>();
        for (var person = 0; person < 5; person++)
        {
            ids.Add(await applicants.ApplyAsync(person, People.Application(person, Services.Today.PlusYears(-5).PlusDays(60 * (person + 1)))));
            await AwaitAsync(applicants, person, ids[person], "accruing");
        }

        time.Now = Services.Noon.AddDays(365);

        for (var person = 0; person < 5; person++)
        {
            await AwaitAsync(applicants, person, ids[person], "settled");
        }
    }

    private static Task<AgencySimulator> SimulateAsync() => AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: Ct);

    private static Task AwaitAsync(Applicants applicants, int person, string id, string status) => Services.EventuallyAsync(
        async () => status.Equals(await applicants.StatusAsync(person, id), StringComparison.Ordinal),
        $"Case {id} becomes {status}.");

    private static async Task FillAsync(TemporaryFolder folder, int cases, Instant wake)
    {
        DataKeys.Of(folder.Data).Secret(ServiceSecret.Person);
        await using var store = SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);
        await Task.WhenAll(Enumerable.Range(0, cases).Select(_ => store.AppendAsync(Cases.Received(Cases.NewId(), at: wake) with { NextWake = wake }, Ct)));
    }
}
