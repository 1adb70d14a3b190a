using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HukouWorkflow.Agencies;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Storage;
using HukouWorkflow.Local.Time;
using NodaTime;

namespace HukouWorkflow.Local.Demo;

/// <summary>Lets the demonstration happen: people, agencies that misbehave a little, and the service between them.</summary>
internal sealed class DemoRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // Nobody lives in longer strides: on a slow machine time waits for people, instead of costing them weeks.
    private static readonly TimeSpan LongestRound = TimeSpan.FromDays(8);

    private readonly string _samples;
    private readonly string? _storage;
    private readonly DemoScript _script;
    private readonly DemoScreen _screen;

    /// <summary>A run of the script in a samples folder, storing in a storage account's tables or, where that is null, in a folder.</summary>
    public DemoRun(string samples, string? storage, DemoScreen screen)
    {
        _samples = samples;
        _storage = storage;
        _script = DemoScript.Read(samples);
        _screen = screen;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Whether every case ended where its story says.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var place = new StorePlace(Directory.CreateTempSubdirectory("hukou-demo-").FullName, _storage, $"Demo{Guid.NewGuid():N}");
        try
        {
            return await RunAsync(place, cancellationToken);
        }
        finally
        {
            await place.DeleteAsync(CancellationToken.None);
        }
    }

    private async Task<bool> RunAsync(StorePlace place, CancellationToken cancellationToken)
    {
        var applications = _script.Stories.ToDictionary(story => story, story => File.ReadAllText(Path.Combine(_samples, "applications", story.File + ".json")));
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), FaultsOf(applications), cancellationToken: cancellationToken);
        // Time stands still until everybody has applied, so that a slow machine does not cost anybody days.
        var time = new TimeLapse(ChinaTime.StartOf(_script.Start).ToDateTimeOffset(), _script.PerSecond);
        var settings = new ServeSettings
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = place.DataFolder,
            Storage = place.Account,
            TablePrefix = place.Prefix,
            Agencies = new AgencyOptions { BaseAddress = agencies.BaseAddress, AttemptTimeout = TimeSpan.FromSeconds(2), RetryDelay = TimeSpan.FromMilliseconds(20) },
            Time = time,
            Logs = false,
        };
        await using var service = await LocalService.StartAsync(settings, cancellationToken);
        var clock = service.Services.GetRequiredService<ServiceClock>();
        var people = _script.Stories.Select(story => new DemoPerson(story, service.Address, TokenOf(service, Role.Applicant, story.File))).ToList();
        _screen.Begin(service.Address, agencies.BaseAddress, people, _script);
        foreach (var person in people)
        {
            await person.ApplyAsync(applications[person.Story], cancellationToken);
        }

        await _screen.ShowAsync(refresh => LiveAsync(people, time, clock, refresh, cancellationToken));
        _screen.End(people, clock.Today, await JournalAsync(service, people[0], cancellationToken));
        people.ForEach(person => person.Dispose());
        return people.TrueForAll(person => person.IsAsExpected);
    }

    private async Task LiveAsync(List<DemoPerson> people, TimeLapse time, ServiceClock clock, Action<LocalDate> refresh, CancellationToken cancellationToken)
    {
        var lookedAt = 0L;
        while (clock.Today < _script.Until && !people.TrueForAll(person => person.HasSentAll && person.IsAsExpected))
        {
            foreach (var person in people)
            {
                await person.SendDueAsync(clock.Today, cancellationToken);
            }

            if (Environment.TickCount64 - lookedAt >= Look.TotalMilliseconds)
            {
                lookedAt = Environment.TickCount64;
                foreach (var person in people)
                {
                    _screen.Tell(person, await person.LookAsync(cancellationToken));
                }

                refresh(clock.Today);
            }

            time.Go(LongestRound);
            await Task.Delay(TimeSpan.FromMilliseconds(25), cancellationToken);
        }
    }

    // A tenth of all calls fails, a tenth loses its answer after the work was done, a tenth arrives twice.
    private static Faults FaultsOf(Dictionary<DemoStory, string> applications) => new()
    {
        ErrorRate = 0.1,
        DropRate = 0.1,
        DuplicateRate = 0.1,
        Contradict = [.. applications
            .Where(each => each.Key.Contradicts is not null)
            .Select(each => new ContradictedPerson(JsonNode.Parse(each.Value)!["applicant"]!["residentId"]!.GetValue<string>(), each.Key.Contradicts!.Value))],
    };

    private static string TokenOf(LocalService service, Role role, string subject) =>
        service.Tokens!.Issue(new Caller(subject, role, []), TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1));

    private static async Task<JsonArray> JournalAsync(LocalService service, DemoPerson person, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(service, Role.Auditor, "demo-auditor"));
        var page = await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/cases/{person.CaseId}/journal?limit=200", UriKind.Relative), cancellationToken);
        return page!["items"]!.AsArray();
    }
}
