using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HukouWorkflow.Http.Tests;

/// <summary>What says who somebody is leaves the process towards the agencies only, and is written sealed only.</summary>
public sealed class PrivacyTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _wang = Settler.Born("19771231");
    private readonly Settler _child = Settler.Born("20200229");
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentQueue<string> _metrics = new();
    private readonly StringBuilder _answers = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private List<string> Secrets =>
    [
        _wang.Name, _wang.ResidentId, _wang.Account, _child.Name, _child.ResidentId, "13977712345", "XIUSHAN-ROAD-77", "WENXING-LANE-88",
        Forms.Employer, "PERMIT-7770077", "LEASE-OF-XIUSHAN",
    ];

    [Fact]
    public async Task Given_a_whole_story_When_everything_told_and_written_is_searched_Then_nobody_is_found()
    {
        var logs = LogEverything();
        using var traces = ListenToTraces();
        using var metrics = ListenToMetrics();
        var address = await LiveAsync();
        await MistakeAsync(address);

        AssertSilent("a log", string.Join('\n', logs.Lines), address[^36..]);
        AssertSilent("a trace", string.Join('\n', _traces), address[^36..]);
        AssertSilent("a metric", string.Join('\n', _metrics), "hukou.step.duration");
        AssertSilent("an answer", _answers.ToString(), address[^36..]);
        foreach (var file in Directory.EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Ct);
            foreach (var secret in Secrets)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"Somebody is named in {Path.GetFileName(file)}.");
            }
        }

        Assert.Contains(Directory.EnumerateFiles(service.Folder), file => file.EndsWith("cases.db-wal", StringComparison.Ordinal));
    }

    private async Task<string> LiveAsync()
    {
        var form = Forms.MatureApplication(_wang)
            .With("/applicant/phone", "+8613977712345")
            .With("/destination/address", "XIUSHAN-ROAD-77")
            .With("/residence/permitNumber", "PERMIT-7770077");
        form["household"] = new JsonArray(Forms.Member("child", _child));
        using var accepted = await service.As(_wang).SendJsonAsync("/api/applications", form, "key");
        await KeepAsync(accepted);
        var address = accepted.Headers.Location!.OriginalString;
        JsonObject[] events =
        [
            new() { ["type"] = "moved", ["on"] = "2026-11-01", ["district"] = "500106", ["address"] = "WENXING-LANE-88" },
            new() { ["type"] = "employment", ["employer"] = Forms.Employer, ["kind"] = "contract", ["from"] = "2026-11-01" },
        ];
        foreach (var stated in events)
        {
            using var answer = await service.As(_wang).SendJsonAsync(address + "/events", stated);
            await KeepAsync(answer);
        }

        await service.UntilStatusAsync(_wang, address, "settled");
        return address;
    }

    private async Task MistakeAsync(string address)
    {
        var staff = address.Replace("applications", "cases", StringComparison.Ordinal);
        var officer = service.As(Role.Supervisor, "officer");
        foreach (var look in (string[])[staff, staff + "/journal", staff + "/orchestration", address, address + "/explanation", "/api/cases", "/api/statistics", "/metrics", "/health/ready"])
        {
            using var answer = await officer.LookAsync(look);
            await KeepAsync(answer);
        }

        var wrong = Forms.MatureApplication(_wang).With("/surplus", _wang.Name).With("/residence/from", _wang.ResidentId).With("/applicant/phone", "13977712345")
            .With("/destination/address", "XIUSHAN-ROAD-77\n").With("/residence/permitNumber", "PERMIT-7770077\u0000").With("/origin/division", _wang.ResidentId);
        using var refused = await service.As(_wang).SendJsonAsync("/api/applications", wrong);
        using var torn = await service.As(_wang).SendTextAsync("/api/applications", wrong.ToJsonString()[..^1]);
        using var closed = await service.As(_wang).SendJsonAsync(address + "/evidence", new JsonObject { ["title"] = "LEASE-OF-XIUSHAN" });
        using var repeated = await service.As(_wang).SendJsonAsync("/api/applications", wrong, "key");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, repeated.StatusCode);
        foreach (var answer in (HttpResponseMessage[])[refused, torn, closed, repeated])
        {
            await KeepAsync(answer);
        }
    }

    private async Task KeepAsync(HttpResponseMessage answer) =>
        _answers.AppendLine(answer.ToString()).AppendLine(JsonText(await answer.Content.ReadAsStringAsync(Ct)));

    // Chinese text may be escaped; unescaped, it can be searched.
    private static string JsonText(string body) => body.StartsWith('{') ? JsonNode.Parse(body)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) : body;

    /// <summary>Nobody is named; and what must be there is, or the search would prove nothing.</summary>
    private void AssertSilent(string where, string text, string whatIsThere)
    {
        Assert.Contains(whatIsThere, text, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"Somebody is named in {where}: number {Secrets.IndexOf(secret)}."));
    }

    private LogBook LogEverything()
    {
        service.Services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue.MinLevel = LogLevel.Trace;
        var book = new LogBook();
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(book);
        return book;
    }

    private ActivityListener ListenToTraces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _traces.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Concat(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value))))} "
                + string.Join(' ', activity.Events.Select(happened => $"{happened.Name} {string.Join(' ', happened.Tags)}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener ListenToMetrics()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, itself) => itself.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();
        return listener;
    }

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _metrics.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
}
