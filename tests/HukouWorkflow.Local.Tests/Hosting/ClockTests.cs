using System.Globalization;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Tests.Scheduling;

namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>The machine's clock is set while the service runs, and between two runs.</summary>
public sealed class ClockTests
{
    private static readonly int[] MatureWithinAYear = [0, 100, 200, 300, 364];
    private static readonly int[] MatureLater = [370, 900];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Given_a_clock_set_back_an_hour_and_forward_a_year_When_served_Then_no_time_goes_backwards_and_each_case_settles_once(bool restarted)
    {
        using var folder = new TemporaryFolder();
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), new Faults { Seed = 1, DuplicateRate = 0.5 }, cancellationToken: Ct);
        var time = new SettableTime(Services.Noon);
        var promises = new Promises();
        var service = await Services.StartAsync(folder, time, agencies);
        try
        {
            await ApplyAsync(service, folder, promises, [.. MatureWithinAYear, .. MatureLater], firstPerson: 1);
            time.Now = Services.Noon.AddHours(-1);
            service = restarted ? await RestartAsync(service, folder, time, agencies) : service;
            Assert.Equal("Degraded", await HealthAsync(service));
            await ApplyAsync(service, folder, promises, [.. MatureWithinAYear, .. MatureLater], firstPerson: 101);

            time.Now = Services.Noon.AddDays(365);
            service = restarted ? await RestartAsync(service, folder, time, agencies) : service;
            await Services.EventuallyAsync(
                () => Task.FromResult(CasesFile.Read(folder.CasesFile).Count(stored => stored.Status is "settled") == 2 * MatureWithinAYear.Length),
                "What matured within the year must settle.");
            Assert.Equal("Healthy", await HealthAsync(service));

            var findings = new Findings();
            var proof = new Proof(promises, findings);
            using (var caller = new ServiceCaller(service.Address, folder.Data))
            {
                await proof.AskAsync(caller, Ct);
            }

            var cases = CasesFile.Read(folder.CasesFile);
            proof.Read(cases, time.Now.ToUnixTimeMilliseconds());
            proof.Audit(cases, await AgencyBooks.GrantedAsync(agencies, Ct));
            Assert.True(findings.IsSound, findings.ToString());
            Assert.Equal(2 * MatureLater.Length, cases.Count(stored => stored.Status is "accruing"));
            Assert.All(cases, stored => Assert.True(stored.Journal[0].At >= Services.Noon.ToUnixTimeMilliseconds()));
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    private static async Task<LocalService> RestartAsync(LocalService service, TemporaryFolder folder, TimeProvider time, AgencySimulator agencies)
    {
        await service.DisposeAsync();
        return await Services.StartAsync(folder, time, agencies);
    }

    private static async Task<string> HealthAsync(LocalService service)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        return await http.GetStringAsync("health/ready", Ct);
    }

    private static async Task ApplyAsync(LocalService service, TemporaryFolder folder, Promises promises, int[] matureAfter, int firstPerson)
    {
        using var caller = new ServiceCaller(service.Address, folder.Data);
        for (var each = 0; each < matureAfter.Length; each++)
        {
            var person = firstPerson + each;
            var residence = Services.Today.PlusYears(-5).PlusDays(matureAfter[each]);
            var asked = new KeyedRequest("api/applications", People.Application(person, residence), string.Create(CultureInfo.InvariantCulture, $"apply-{person}"));
            var answer = await caller.PostAsync(ServiceCaller.Applicant(person), asked.Path, asked.Body, asked.Key, Ct);
            Assert.True(answer.IsAcknowledged, answer.ToString());
            promises.Keep(new Promise(answer.Case!, answer.Version, "applicationReceived", People.Text(residence), person, asked));
        }
    }
}
