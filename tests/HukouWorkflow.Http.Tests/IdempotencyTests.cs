using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>A call repeated under its key is answered the same and done once, also by many at a time.</summary>
public sealed class IdempotencyTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _wang = Settler.Born("19880315");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_call_repeated_under_its_key_When_answered_Then_answer_and_address_are_the_same_and_there_is_one_case()
    {
        var form = Forms.Application(_wang);
        form["employment"] = new JsonArray(new JsonObject { ["employer"] = "no such code", ["kind"] = "business", ["from"] = "2026-10-08" });
        var before = await service.CasesAsync();
        var first = await AnswerAsync("/api/applications", form, "a key ~");
        var after = await service.CasesAsync();
        await AnswerAsync(first.Address + "/events", Forms.Endorsed("2026-11-01"), null);
        var again = await AnswerAsync("/api/applications", form, "a key ~");

        Assert.Equal("/employment/0/employer", first.Body.Text("/warnings/0/at"));
        Assert.Equal(first.Address, again.Address);
        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal(before.Cases + 1, after.Cases);
        Assert.Equal((after.Cases, after.Entries + 1), await service.CasesAsync());
    }

    [Fact]
    public async Task Given_an_event_repeated_under_its_key_When_the_case_has_closed_meanwhile_Then_the_answer_is_still_the_same()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var moved = new JsonObject { ["type"] = "moved", ["on"] = "2026-11-01", ["district"] = "500106", ["address"] = "x" };
        var first = await AnswerAsync(address + "/events", moved, "move");
        var withdrawn = await AnswerAsync(address + "/withdrawal", new JsonObject(), "back");
        var entries = await service.CasesAsync();

        Assert.Equal(first.Body.ToJsonString(), (await AnswerAsync(address + "/events", moved, "move")).Body.ToJsonString());
        Assert.Equal(withdrawn.Body.ToJsonString(), (await AnswerAsync(address + "/withdrawal", new JsonObject(), "back")).Body.ToJsonString());
        Assert.Equal(entries, await service.CasesAsync());
    }

    [Fact]
    public async Task Given_a_key_used_before_When_body_or_address_differ_Then_422_and_nothing_is_stored()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        await AnswerAsync(address + "/events", Forms.Endorsed("2026-11-01"), "once");
        var before = await service.CasesAsync();
        using var otherBody = await service.As(_wang).SendJsonAsync(address + "/events", Forms.Endorsed("2026-11-02"), "once");
        using var wrongBody = await service.As(_wang).SendJsonAsync(address + "/events", new JsonObject(), "once");
        using var otherCall = await service.As(_wang).SendJsonAsync(address + "/withdrawal", Forms.Endorsed("2026-11-01"), "once");
        using var otherOpening = await service.As(_wang).SendJsonAsync("/api/applications", Forms.Application(_wang), "once");

        await otherBody.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keyReused");
        await wrongBody.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keyReused");
        await otherCall.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keyReused");
        await otherOpening.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keyReused");
        Assert.Equal(before, await service.CasesAsync());
    }

    [Fact]
    public async Task Given_a_key_of_one_account_When_another_uses_it_Then_it_is_another_key()
    {
        var li = Settler.Born("19900101");
        await AnswerAsync("/api/applications", Forms.Application(_wang), "shared");
        using var answer = await service.As(li).SendJsonAsync("/api/applications", Forms.Application(li), "shared");
        await answer.BodyAsync(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("tab\tkey")]
    [InlineData("clé")]
    public async Task Given_a_key_that_is_none_When_applying_Then_400_names_the_header(string key)
    {
        var before = await service.CasesAsync();
        using var answer = await service.As(_wang).SendJsonAsync("/api/applications", Forms.Application(_wang), key);
        Assert.Equal("Idempotency-Key", string.Join(' ', await answer.WrongAsync()));
        Assert.Equal(before, await service.CasesAsync());
    }

    [Fact]
    public async Task Given_two_keys_When_applying_Then_400_names_the_header()
    {
        // HttpClient would send the two as one.
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Address.Host, service.Address.Port, Ct);
        await using var stream = socket.GetStream();
        var token = service.As(_wang).DefaultRequestHeaders.Authorization;
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/applications HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + "Idempotency-Key: one\r\nIdempotency-Key: two\r\nConnection: close\r\n\r\n{}"),
            Ct);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Ct);

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"Idempotency-Key\":[", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_twenty_calls_with_one_key_at_once_When_answered_Then_all_are_answered_alike_and_there_is_one_case()
    {
        var before = await service.CasesAsync();
        var form = Forms.Application(_wang);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AnswerAsync("/api/applications", form, "parallel")));

        Assert.Single(answers.Select(answer => answer.Address + answer.Body.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(before.Cases + 1, (await service.CasesAsync()).Cases);
    }

    [Fact]
    public async Task Given_twenty_applications_of_one_person_at_once_When_answered_Then_one_is_taken()
    {
        var before = await service.CasesAsync();
        var form = Forms.Application(_wang);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => service.As(_wang).SendJsonAsync("/api/applications", form, $"key-{i}")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Accepted))
        {
            await refused.ProblemAsync(HttpStatusCode.Conflict, "openCase");
        }

        Assert.Equal(before.Cases + 1, (await service.CasesAsync()).Cases);
    }

    [Fact]
    public async Task Given_forty_facts_stated_at_once_When_answered_Then_every_one_is_in_the_journal()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var days = Enumerable.Range(2, 20).Select(day => $"2026-10-{day:D2}").ToList();
        var calls = days.Select(day => AnswerAsync(address + "/events", Forms.Endorsed(day), null))
            .Concat(days.Select(_ => AnswerAsync(address + "/events", new JsonObject { ["type"] = "employment", ["kind"] = "contract", ["from"] = "2026-10-08" }, null)));
        var versions = (await Task.WhenAll(calls)).Select(answer => answer.Body["version"]!.GetValue<int>()).Distinct().Count();

        var entries = await service.Store.ReadJournalAsync(new Core.Identity.CaseId(Guid.Parse(address[^36..])), 0, 1000, Ct);
        Assert.Equal(40, versions);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Version));
        var endorsed = entries.Select(entry => entry.Event).OfType<Core.Cases.Events.ResidenceEndorsed>().Select(stated => stated.On.ToString("uuuu-MM-dd", null));
        Assert.True(endorsed.ToHashSet(StringComparer.Ordinal).SetEquals(days));
        Assert.Equal(20, entries.Count(entry => entry.Event is Core.Cases.Events.EmploymentStated));
    }

    private async Task<(string Address, JsonNode Body)> AnswerAsync(string address, JsonObject form, string? key)
    {
        using var answer = await service.As(_wang).SendJsonAsync(address, form, key);
        return (answer.Headers.Location!.OriginalString, await answer.BodyAsync(HttpStatusCode.Accepted));
    }
}
