using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>
/// Five years of the real process, interrupted under load, while agencies fail: what it has acknowledged it must not lose,
/// and must do once.
/// </summary>
internal static class Ordeal
{
    private static readonly LocalDate Start = new(2021, 10, 8);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Lives through it, and proves from outside that all went well.</summary>
    public static async Task LiveThroughAsync(int settlers, int interruptions, Func<Hukou, Task> interruptAsync)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        using var folder = new TemporaryFolder();
        await using var agencies = await AgencySimulator.StartAsync(
            new Uri("http://127.0.0.1:0"),
            new Faults
            {
                Seed = seed,
                ErrorRate = 0.10,
                DropRate = 0.10,
                DuplicateRate = 0.05,
                LatencyMs = 3,
                Contradict = [new(People.ResidentId(3), Register.Population)],
            },
            cancellationToken: Ct);
        string[] serve =
        [
            "serve", "--data", folder.Data, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Hukou.FreePort()}"),
            "--agencies", agencies.BaseAddress.AbsoluteUri, "--time-lapse", "120d", "--start", People.Text(Start),
        ];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(Limit);
        var process = await Hukou.ServeAsync(serve);
        try
        {
            using var applicants = Applicants.Of(process.Address, folder.Data);
            var expected = new ConcurrentDictionary<int, (string Id, string Status)>();
            var load = LoadAsync(applicants, settlers, chance.Next(), expected);
            for (var interruption = 0; interruption < interruptions; interruption++)
            {
                await Task.Delay(chance.Next(300, 1500), Ct);
                await interruptAsync(process);
                await process.DisposeAsync();
                process = await Hukou.ServeAsync(serve);
            }

            await load;
            foreach (var (person, (id, status)) in expected)
            {
                while (!status.Equals(await applicants.StatusAsync(person, id), StringComparison.Ordinal))
                {
                    Assert.False(deadline.IsCancellationRequested, $"Case {id} is {await applicants.StatusAsync(person, id)}, not {status}. {process.Errors}");
                    await Task.Delay(100, Ct);
                }

                Assert.Equal(id, await applicants.ApplyAsync(person, ApplicationOf(person)));
            }

            Assert.Equal(settlers, expected.Count);
            await AssertBooksAsync(agencies, expected);
            Assert.Equal(0, await process.StopAsync());
        }
        finally
        {
            await process.DisposeAsync();
        }

        Assert.Equal(settlers, folder.Number("SELECT count(*) FROM cases"));
        Assert.Equal(0, folder.Number("SELECT count(*) FROM cases WHERE next_wake IS NOT NULL"));
        var (code, verified, errors) = await Hukou.RunAsync("verify", "--data", folder.Data);
        Assert.Equal((0, string.Empty), (code, errors));
        Assert.Contains($"{settlers} cases", verified, StringComparison.Ordinal);
        Assert.Contains("0 broken", verified, StringComparison.Ordinal);
    }

    // Every eleventh person takes the application back, if the grant is not faster.
    private static async Task LoadAsync(Applicants applicants, int settlers, int seed, ConcurrentDictionary<int, (string Id, string Status)> expected)
    {
        var chance = new Random(seed);
        var pauses = Enumerable.Range(0, settlers).Select(_ => chance.Next(0, 250)).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, settlers), new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Ct }, async (person, _) =>
        {
            var id = await applicants.ApplyAsync(person, ApplicationOf(person));
            await Task.Delay(pauses[person], Ct);
            var (status, body) = await applicants.PostAsync(person, $"api/applications/{id}/events", People.Absence(ResidenceOf(person).PlusDays(30)), "absence");
            Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, $"{status}: {body}");
            var ends = person == 3 ? "forReview" : "settled";
            if (person % 11 == 5)
            {
                (status, body) = await applicants.PostAsync(person, $"api/applications/{id}/withdrawal", new { }, "withdrawal");
                Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, $"{status}: {body}");
                ends = status == HttpStatusCode.Accepted ? "withdrawn" : ends;
            }

            expected[person] = (id, ends);
        });
    }

    private static async Task AssertBooksAsync(AgencySimulator agencies, ConcurrentDictionary<int, (string Id, string Status)> expected)
    {
        var granted = await AgencyBooks.GrantedAsync(agencies);
        Assert.Equal(granted.Count, granted.Distinct().Count());
        var owed = expected
            .Where(each => each.Value.Status is "settled")
            .SelectMany(each => new[] { ("education", each.Value.Id), ("health", each.Value.Id) }
                .Concat(HasChild(each.Key) ? [("education", each.Value.Id), ("health", each.Value.Id)] : []));
        Assert.Equal(owed.Order(), granted.Select(line => (line.Benefit, line.Case)).Order());
    }

    // Residences begun over the five years before, so that cases mature from the first second to the last.
    private static LocalDate ResidenceOf(int person) => Start.PlusDays(-(person * 397 % 1800) - 1);

    private static bool HasChild(int person) => person % 4 == 1;

    private static object ApplicationOf(int person) => People.Application(person, ResidenceOf(person), HasChild(person));
}
