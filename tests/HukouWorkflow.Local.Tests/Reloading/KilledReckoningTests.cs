using System.Globalization;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Keys;
using HukouWorkflow.Local.Reloading;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Reloading;

/// <summary>The real process is killed while it reckons its open cases anew.</summary>
public sealed class KilledReckoningTests
{
    // After every version of the shipped packs: nobody is woken by one of them.
    private const string Today = "2027-03-08";

    // So many that the walk is still under way when its first page is seen from outside.
    private const int Waiting = 20_000;

    private static readonly LocalDate ResidentFrom = new(2025, 3, 1);
    private static readonly LocalDate AfterFiveYears = new(2030, 3, 1);
    private static readonly LocalDate AfterFour = new(2029, 3, 1);

    [Fact]
    public async Task Given_a_process_killed_while_it_reckons_When_it_is_started_again_Then_every_wake_ends_up_where_the_changed_rules_want_it()
    {
        using var folder = new TemporaryFolder();
        var packs = new PackFolder(folder);
        await SeedAsync(folder);
        await using (var killed = await ServeAsync(folder, packs))
        {
            await Services.EventuallyAsync(() => Task.FromResult(IsAllReckoned(folder)), "All wait for five years.");
            Assert.Equal(Waiting, WakesOn(folder, AfterFiveYears));

            packs.Ask("2010-08-01: P5Y", $"{Today}: P4Y");
            await Services.EventuallyAsync(() => Task.FromResult(WakesOn(folder, AfterFour) > 0), "The first wait for less.");
            await killed.KillAsync();
        }

        Assert.InRange(WakesOn(folder, AfterFour), 1, Waiting - 1);
        Assert.False(IsAllReckoned(folder));

        await using (await ServeAsync(folder, packs))
        {
            await Services.EventuallyAsync(() => Task.FromResult(IsAllReckoned(folder)), "All wait for four years.");
            Assert.Equal(Waiting, WakesOn(folder, AfterFour));
        }

        Assert.Equal(Waiting, folder.Number("SELECT count(*) FROM cases WHERE version = 1"));
        var (code, output, _) = await Hukou.RunAsync("verify", "--data", folder.Data);
        Assert.Equal(0, code);
        Assert.Contains(" 0 broken", output, StringComparison.Ordinal);
    }

    private static Task<Hukou> ServeAsync(TemporaryFolder folder, PackFolder packs) => Hukou.ServeAsync(
        "serve", "--data", folder.Data, "--policies", packs.Path, "--time-lapse", "1s", "--start", Today,
        "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Hukou.FreePort()}"));

    private static async Task SeedAsync(TemporaryFolder folder)
    {
        var application = Cases.Application();
        application = application with
        {
            Facts = application.Facts with { ResidenceFrom = ResidentFrom, Basis = ResidenceBasis.Registration, Abodes = [new Abode(ResidentFrom, Cases.Yubei)] },
        };
        // The service refuses a folder that has cases and no keys.
        DataKeys.Of(folder.Data).Secret(ServiceSecret.Person);
        await using var store = SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);
        var results = await Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => store.AppendAsync(
            Cases.Next(CaseState.Before(Cases.NewId()), Cases.Start, application),
            TestContext.Current.CancellationToken)));
        Assert.All(results, result => Assert.IsType<AppendResult.Appended>(result));
    }

    private static bool IsAllReckoned(TemporaryFolder folder) =>
        PolicyCopy.Read(folder.Data) is { } copy && string.Equals(copy.Reckoned, copy.Digest, StringComparison.Ordinal);

    private static long WakesOn(TemporaryFolder folder, LocalDate day) => folder.Number(string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT count(*) FROM cases WHERE next_wake = {ChinaTime.StartOf(day).ToUnixTimeMilliseconds()}"));
}
