using System.Globalization;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Reloading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Reloading;

/// <summary>The packs change while the service runs, and between two runs.</summary>
public sealed class ReloadTests
{
    // After every version of the shipped packs: nobody is woken by one of them.
    private const string Today = "2027-03-08";
    private const string Spare = "chongqing/parameters/spare.yaml";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_people_who_wait_When_less_residence_is_asked_from_today_Then_who_has_it_is_settled_at_once_and_the_others_wait_for_less()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: Ct);
        await using var service = await StartAsync(folder, packs, agencies);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var complete = await applicants.ApplyAsync(1, People.Application(1, new(2024, 3, 1)));
        var waiting = await applicants.ApplyAsync(2, People.Application(2, new(2025, 3, 1)));
        Assert.Equal("accruing", await applicants.StatusAsync(1, complete));

        packs.Ask("2010-08-01: P5Y", $"{Today}: P3Y");

        await Services.EventuallyAsync(async () => await applicants.StatusAsync(1, complete) is "settled", "Three years are complete.");
        await Services.EventuallyAsync(() => Task.FromResult(WakesOn(folder, new(2028, 3, 1)) == 1), "The other is looked at when three years are over.");
        Assert.Equal("accruing", await applicants.StatusAsync(2, waiting));
        await Services.EventuallyAsync(() => Task.FromResult(IsAllReckoned(folder)), "It is written down that all is reckoned.");
    }

    [Fact]
    public async Task Given_a_case_whose_checks_go_on_When_packs_change_Then_it_stays_where_it_is()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await using var service = await StartAsync(folder, packs);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var matured = await applicants.ApplyAsync(1, People.Application(1, new(2020, 3, 1)));
        var waiting = await applicants.ApplyAsync(2, People.Application(2, new(2025, 3, 1)));
        await Services.EventuallyAsync(async () => await applicants.StatusAsync(1, matured) is "checking", "Nobody answers the checks.");
        var before = await applicants.GetAsync(1, $"api/applications/{matured}");

        packs.Ask("2010-08-01: P5Y", $"{Today}: P3Y");
        await Services.EventuallyAsync(() => Task.FromResult(WakesOn(folder, new(2028, 3, 1)) == 1), "The other is looked at when three years are over.");

        Assert.Equal("checking", await applicants.StatusAsync(1, matured));
        Assert.Equal(before.Body.GetProperty("policy").ToString(), (await applicants.GetAsync(1, $"api/applications/{matured}")).Body.GetProperty("policy").ToString());
        Assert.Equal("accruing", await applicants.StatusAsync(2, waiting));
    }

    [Fact]
    public async Task Given_packs_that_do_not_load_When_served_Then_those_before_stay_in_force_and_readiness_is_degraded_until_mended()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await using var service = await StartAsync(folder, packs);
        using var applicants = new Applicants(service.Address, service.Tokens!);

        foreach (var bytes in (byte[][])["mayor: somebody"u8.ToArray(), [0xC3, 0x28], new byte[(1024 * 1024) + 1]])
        {
            packs.WriteBytes(Spare, bytes);
            await Services.EventuallyAsync(async () => await HealthAsync(applicants) is "Degraded", "What does not load must be told.");
            Assert.Contains("P5Y", await applicants.TextAsync("api/policies/chongqing"), StringComparison.Ordinal);
            await applicants.ApplyAsync(bytes.Length, People.Application(bytes.Length, new(2025, 3, 1)));

            packs.Delete(Spare);
            await Services.EventuallyAsync(async () => await HealthAsync(applicants) is "Healthy", "What is mended must be told too.");
        }
    }

    [Fact]
    public async Task Given_a_released_value_made_stricter_When_served_Then_it_is_refused_and_counted_and_the_next_start_too()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await using (var service = await StartAsync(folder, packs))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            await applicants.ApplyAsync(1, People.Application(1, new(2025, 3, 1)));

            packs.Ask("2010-08-01: P6Y");

            await Services.EventuallyAsync(async () => await HealthAsync(applicants) is "Degraded", "What is stricter must be refused.");
            Assert.Contains("P5Y", await applicants.TextAsync("api/policies/chongqing"), StringComparison.Ordinal);
            Assert.Contains("hukou_policies_refused_total", await applicants.TextAsync("metrics"), StringComparison.Ordinal);
            Assert.Contains(service.Services.GetRequiredService<PolicyDesk>().Problems, problem => problem is { Rule: "stricterThanReleased", Line: 4 });
        }

        var refused = await Assert.ThrowsAsync<StartupException>(() => StartAsync(folder, packs));
        Assert.Contains("policies/chongqing/parameters/residencePeriod.yaml:4: [stricterThanReleased]", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{Today} or later", refused.Message, StringComparison.Ordinal);

        packs.Ask("2010-08-01: P5Y");
        await using var again = await StartAsync(folder, packs);
    }

    [Fact]
    public async Task Given_packs_that_changed_while_nobody_served_When_started_Then_every_open_case_is_reckoned_by_them()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await ApplyManyAsync(folder, packs, 3);

        packs.Ask("2010-08-01: P5Y", $"{Today}: P4Y");
        await using var service = await StartAsync(folder, packs);

        await Services.EventuallyAsync(() => Task.FromResult(WakesOn(folder, new(2029, 3, 1)) == 3), "All wait for four years now.");
    }

    [Fact]
    public async Task Given_a_reckoning_that_ended_half_way_When_started_again_Then_it_begins_again_and_reaches_every_case()
    {
        // Five pages: when the second gets stuck, another goes on with the third until that does.
        const int cases = 300;
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await ApplyManyAsync(folder, packs, cases);
        packs.Ask("2010-08-01: P5Y", $"{Today}: P4Y");
        var stuck = new StuckRuntime(after: 70);
        await using (await StartAsync(folder, packs, exchange: services => services.AddSingleton<ICaseRuntime>(stuck)))
        {
            await stuck.Reached.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        }

        Assert.InRange(WakesOn(folder, new(2029, 3, 1)), 70, cases - 1);
        Assert.False(IsAllReckoned(folder));

        await using var service = await StartAsync(folder, packs);
        await Services.EventuallyAsync(() => Task.FromResult(WakesOn(folder, new(2029, 3, 1)) == cases), "All wait for four years now.");
    }

    [Fact]
    public async Task Given_a_copy_that_cannot_be_read_When_started_Then_the_service_goes_on_and_writes_it_anew()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await ApplyManyAsync(folder, packs, 1);
        await File.WriteAllTextAsync(PolicyCopy.FileIn(folder.Data), "{\"files\": 7}", Ct);

        await using var service = await StartAsync(folder, packs);

        await Services.EventuallyAsync(() => Task.FromResult(IsAllReckoned(folder)), "It is written anew.");
    }

    private static Task<LocalService> StartAsync(TemporaryFolder folder, PackFolder packs, AgencySimulator? agencies = null, Action<IServiceCollection>? exchange = null) =>
        Services.StartAsync(folder, new FakeTimeProvider(new DateTimeOffset(2027, 3, 8, 4, 0, 0, TimeSpan.Zero)), agencies, packs.Path, exchange);

    private static async Task ApplyManyAsync(TemporaryFolder folder, PackFolder packs, int people)
    {
        await using var service = await StartAsync(folder, packs);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        for (var person = 1; person <= people; person++)
        {
            await applicants.ApplyAsync(person, People.Application(person, new(2025, 3, 1)));
        }
    }

    private static bool IsAllReckoned(TemporaryFolder folder) =>
        PolicyCopy.Read(folder.Data) is { } copy && string.Equals(copy.Reckoned, copy.Digest, StringComparison.Ordinal);

    private static Task<string> HealthAsync(Applicants applicants) => applicants.TextAsync("health/ready");

    private static long WakesOn(TemporaryFolder folder, LocalDate day) => folder.Number(string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT count(*) FROM cases WHERE next_wake = {ChinaTime.StartOf(day).ToUnixTimeMilliseconds()}"));

    /// <summary>Hears of so many wakes, and never comes back from the last.</summary>
    private sealed class StuckRuntime(int after) : ICaseRuntime
    {
        private readonly TaskCompletionSource _reached = new();
        private int _heard;

        public Task Reached => _reached.Task;

        public async ValueTask WakeAsync(CaseId id, Instant? nextWake, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _heard) >= after)
            {
                _reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        }

        public Task<OrchestrationStatus?> DescribeAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<OrchestrationStatus?>(null);
    }
}
