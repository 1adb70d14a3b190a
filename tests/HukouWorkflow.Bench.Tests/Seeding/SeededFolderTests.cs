using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HukouWorkflow.Agencies;
using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace HukouWorkflow.Bench.Tests.Seeding;

public sealed class SeededFolderTests
{
    private static readonly PolicyBook Book = PolicyFolders.Load(PolicyFolders.Default);
    private static readonly SeedPlace Place = new(Path.GetTempPath(), null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_ten_thousand_seeded_cases_When_they_are_verified_Then_none_is_broken()
    {
        using var folder = await SeededFolder.OpenAsync(new SeedPlan(10_000), Place, Book, Token);
        using var verifier = JournalVerifier.Open(folder.Data);

        var verdicts = verifier.Verify().ToList();

        Assert.Equal(10_000, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Null(verdict.Broken));
    }

    [Fact]
    public async Task Given_a_seeded_folder_When_it_is_read_by_the_store_Then_cases_wait_as_they_were_decided_and_later_than_its_first_day()
    {
        var plan = new SeedPlan(2_000);
        using var folder = await SeededFolder.OpenAsync(plan, Place, Book, Token);
        await using var store = SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);

        var counts = await store.CountAsync(Token);
        var wakes = await store.ReadDueAsync(Instant.MaxValue, plan.Cases, Token);
        var some = await store.LoadAsync(SeededCases.IdOf(plan, 1_234), Token);
        var effects = Effects.Of(some!, Book, some!.LastAt);

        Assert.Equal(plan.Cases, counts.Where(count => count.Status == CaseStatus.Accruing).Sum(count => count.Cases));
        Assert.Equal(38, counts.Count);
        Assert.Equal(plan.Cases, wakes.Count);
        Assert.True(wakes[0].WakeAt > ChinaTime.StartOf(SeedPlan.Today.PlusDays(1)));
        Assert.True(wakes[^1].WakeAt > ChinaTime.StartOf(SeedPlan.Today.PlusYears(3)));
        Assert.Equal(effects.NextWake, await store.FindWakeAsync(some.Id, Token));
        Assert.True(await store.LatestInstantAsync(Token) < ChinaTime.StartOf(SeedPlan.Today));
    }

    [Fact]
    public async Task Given_cases_that_mature_together_When_they_are_seeded_Then_every_wake_is_that_midnight()
    {
        var day = SeedPlan.Today.PlusDays(1);
        using var folder = await SeededFolder.OpenAsync(new SeedPlan(500, day), Place, Book, Token);
        await using var store = SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);

        var wakes = await store.ReadDueAsync(Instant.MaxValue, 1_000, Token);

        Assert.Equal(500, wakes.Count);
        Assert.All(wakes, wake => Assert.Equal(ChinaTime.StartOf(day), wake.WakeAt));
    }

    [Fact]
    public async Task Given_a_seeded_folder_When_it_is_served_Then_an_applicant_is_shown_their_case_and_nobody_elses()
    {
        var plan = new SeedPlan(500);
        using var folder = await SeededFolder.OpenAsync(plan, Place, Book, Token);
        await using var service = await ServeAsync(folder);
        using var http = new HttpClient { BaseAddress = service.Address };
        var token = service.Tokens!.Issue(new Caller(SeededPeople.Account(321), Role.Applicant, []), TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var shown = JsonNode.Parse(await http.GetStringAsync($"api/applications/{SeededCases.IdOf(plan, 321)}", Token))!;
        using var others = await http.GetAsync($"api/applications/{SeededCases.IdOf(plan, 322)}", Token);

        Assert.Equal("accruing", shown["status"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
    }

    [Fact]
    public async Task Given_a_seeded_case_When_its_personal_data_is_unsealed_Then_it_is_that_of_the_person_who_holds_the_case()
    {
        var plan = new SeedPlan(300);
        using var folder = await SeededFolder.OpenAsync(plan, Place, Book, Token);
        using var archive = SqliteCaseArchive.OpenToRead(folder.Data);
        await using var service = await ServeAsync(folder);
        var vault = service.Services.GetRequiredService<IPersonalDataVault>();
        var people = service.Services.GetRequiredService<PersonKeys>();
        var number = 0;

        await foreach (var stored in archive.ReadAllAsync(Token))
        {
            var data = vault.Unseal(stored.Personal);
            Assert.Equal(SeededPeople.ResidentId(number).Value, data.ResidentId);
            Assert.Equal(people.Of(SeededPeople.ResidentId(number)), stored.Person);
            Assert.Equal(SeededCases.IdOf(plan, number++), stored.Id);
        }

        Assert.Equal(plan.Cases, number);
    }

    [Fact]
    public async Task Given_a_disk_that_is_too_small_When_a_folder_is_asked_for_Then_it_says_how_much_is_needed_and_leaves_nothing()
    {
        var place = new SeedPlace(Directory.CreateTempSubdirectory("hukou-").FullName, null);

        var failure = await Assert.ThrowsAsync<BenchException>(() => SeededFolder.OpenAsync(new SeedPlan(int.MaxValue), place, Book, Token));

        Assert.Contains("--data", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Temporary));
        Directory.Delete(place.Temporary);
    }

    private static Task<LocalService> ServeAsync(SeededFolder folder) => LocalService.StartAsync(
        new ServeSettings
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = folder.Data,
            Agencies = new AgencyOptions { BaseAddress = new Uri("http://127.0.0.1:9") },
            TimeLapse = TimeSpan.FromSeconds(1),
            Start = ChinaTime.StartOf(SeedPlan.Today),
            Logs = false,
        },
        Token);
}
