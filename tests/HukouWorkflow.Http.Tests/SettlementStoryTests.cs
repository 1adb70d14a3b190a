using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;
using NodaTime.Text;

namespace HukouWorkflow.Http.Tests;

/// <summary>One family from the application to the grant, by the calls of the contract alone.</summary>
public sealed class SettlementStoryTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Endorsement = "2031-09-20";
    private readonly Settler _wang = Settler.Born("19880315");

    [Fact]
    public async Task Given_a_family_When_five_years_pass_Then_hukou_schooling_and_health_are_granted_and_everyone_can_see_why()
    {
        var address = await ApplyAsync();
        await CountTheYearsAsync(address);
        await SettleAsync(address);
        await ExplainAsync(address);
        await ReadJournalAsync(address.Replace("applications", "cases", StringComparison.Ordinal));
        await CompareAgenciesBooksAsync(address);
    }

    [Fact]
    public async Task Given_an_application_When_staff_reads_its_journal_Then_the_first_hash_follows_from_what_is_shown()
    {
        var settler = Settler.Born("19900303");
        var address = await service.ApplyAsync(settler, Forms.Application(settler, "2026-10-01"));
        var staff = service.As(Role.Supervisor, "supervisor-li");
        var first = (await staff.GetBodyAsync(address.Replace("applications", "cases", StringComparison.Ordinal) + "/journal?limit=1")).At("/items/0")!;

        Assert.Equal(Convert.ToHexStringLower(HashOf(first, JournalHash.Seed.Span)), first.Text("/hash"));
    }

    private async Task<string> ApplyAsync()
    {
        var form = Forms.Application(_wang);
        form["applicant"]!["phone"] = "+8613800000000";
        form["applicant"]!["language"] = "zh-CN";
        form["residence"]!["dwelling"] = "leased";
        form["employment"] = new JsonArray(new JsonObject { ["employer"] = Forms.Employer, ["kind"] = "contract", ["from"] = "2026-10-08", ["to"] = null });
        form["household"] = new JsonArray(
            Forms.Member("spouse", Settler.Born("19890102")),
            Forms.Member("child", Settler.Born("20210305")),
            Forms.Member("child", Settler.Born("20140305")));
        form["landElection"] = "keep";
        using var answer = await service.As(_wang).SendJsonAsync("/api/applications", form);

        var accepted = await answer.BodyAsync(HttpStatusCode.Accepted);
        var address = $"/api/applications/{accepted.Text("/id")}";
        Assert.Equal(address, answer.Headers.Location?.OriginalString);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Equal(address, accepted.Text("/links/self"));
        Assert.Equal(address + "/explanation", accepted.Text("/links/explanation"));
        Assert.Empty(accepted["warnings"]!.AsArray());
        return address;
    }

    private async Task CountTheYearsAsync(string address)
    {
        var begun = await service.UntilStatusAsync(_wang, address, "accruing");
        Assert.Equal(
            """{"required":"P5Y","creditedDays":53,"countsFrom":"2026-10-01","maturesOn":"2031-10-01","gaps":[],"next":{"what":"endorsement","from":"2027-09-01","by":"2027-10-01"}}""",
            begun["clock"]!.ToJsonString());
        Assert.Equal("""{"pack":"chongqing","version":"2025-09-01","route":"residence"}""", begun["policy"]!.ToJsonString());
        await EndorseAsync(address, "2027-09-20");

        // Five days late in the second year: the clock stands still until the permit is endorsed.
        service.PassTo("2028-10-03");
        var suspended = await service.UntilStatusAsync(_wang, address, "suspended");
        Assert.Null(suspended.At("/clock/maturesOn"));
        Assert.Equal("""[{"from":"2028-10-01","to":null,"why":"lateEndorsement"}]""", suspended.At("/clock/gaps")!.ToJsonString());
        await EndorseAsync(address, "2028-10-06");
        foreach (var day in (string[])["2029-09-20", "2030-09-20", Endorsement])
        {
            await EndorseAsync(address, day);
        }

        var nearly = await service.As(_wang).GetBodyAsync(address);
        Assert.Equal("accruing", nearly.Text("/status"));
        Assert.Equal("2031-10-06", nearly.Text("/clock/maturesOn"));
    }

    private async Task EndorseAsync(string address, string day)
    {
        service.PassTo(day);
        using var accepted = await service.As(_wang).SendJsonAsync(address + "/events", Forms.Endorsed(day));
        await accepted.BodyAsync(HttpStatusCode.Accepted);
    }

    private async Task SettleAsync(string address)
    {
        service.PassTo("2031-10-06");
        var settled = await service.UntilStatusAsync(_wang, address, "settled");

        Assert.Equal(
            "id status since policy clock checks benefits review decision remedies timeline links",
            string.Join(' ', settled.AsObject().Select(field => field.Key)));
        Assert.Equal(address, $"/api/applications/{settled.Text("/id")}");
        Assert.StartsWith("2031-10-06T04:00:00Z", settled.Text("/since"), StringComparison.Ordinal);
        Assert.Equal("""{"pack":"chongqing","version":"2025-09-01","route":"residence"}""", settled["policy"]!.ToJsonString());
        Assert.Equal(
            """{"required":"P5Y","creditedDays":1826,"countsFrom":"2026-10-06","maturesOn":"2031-10-06","gaps":[{"from":"2028-10-01","to":"2028-10-06","why":"lateEndorsement"}],"next":null}""",
            settled["clock"]!.ToJsonString());
        Assert.Equal(
            "population residencePermit socialInsurance employment housing publicSecurity",
            settled["checks"]!.Line("/register"));
        Assert.All(settled["checks"]!.Texts("/outcome"), outcome => Assert.Equal("confirmed", outcome));
        Assert.All(settled["checks"]!.Texts("/at"), at => Assert.Equal("2031-10-06T04:00:00Z", at));
        Assert.Equal(
            "education 0 granted, health 0 granted, education 2 granted, health 1 granted, health 2 granted, health 3 granted",
            string.Join(", ", settled["benefits"]!.AsArray().Select(benefit => $"{benefit!["kind"]} {benefit["person"]} {benefit["status"]}")));
        Assert.Equal(6, settled["benefits"]!.Texts("/reference").Distinct(StringComparer.Ordinal).Count());
        Assert.Null(settled["review"]);
        Assert.Equal("granted system 2031-10-06T04:00:00Z", $"{settled.At("/decision/outcome")} {settled.At("/decision/by")} {settled.At("/decision/at")}");
        Assert.Contains("2031-10-06", settled.Text("/decision/reasons/0/text"), StringComparison.Ordinal);
        Assert.NotEmpty(settled.Text("/decision/reasons/0/article"));
        Assert.Equal("unverified", settled.Text("/decision/reasons/0/status"));
        Assert.StartsWith("Residence: 5 years asked, complete since 6 October 2031", settled.Text("/decision/reasons/1/text"), StringComparison.Ordinal);
        Assert.Empty(settled["remedies"]!.AsArray());
        Assert.Equal(
            "applicationReceived accrualBegan residenceEndorsed accrualSuspended residenceEndorsed accrualBegan "
            + "residenceEndorsed residenceEndorsed residenceEndorsed caseMatured",
            string.Join(' ', settled["timeline"]!.Texts("/what").Take(10)));
        Assert.Equal("caseSettled", settled["timeline"]!.Texts("/what")[^1]);
        Assert.Equal($$"""{"self":"{{address}}","explanation":"{{address}}/explanation"}""", settled["links"]!.ToJsonString());
    }

    private async Task ExplainAsync(string address)
    {
        var explanation = await service.As(_wang).GetBodyAsync(address + "/explanation");

        Assert.Equal("chongqing", explanation.Text("/pack"));
        Assert.Equal("2031-10-06", explanation.Text("/asOf"));
        Assert.Equal("met", explanation.Text("/best/tree/verdict"));
        var routes = explanation.At("/best/tree/children")!;
        Assert.Equal("route:residence route:work route:investment route:investor route:housing", routes.Line("/rule"));
        var residence = routes[0]!.At("/children/0")!;
        Assert.Equal("met", residence.Text("/verdict"));
        Assert.NotEmpty(residence["figures"]!.AsArray());
        Assert.Contains("residencePermit", residence["evidence"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("met notMet unknown notMet notMet", routes.Line("/verdict"));
    }

    private async Task ReadJournalAsync(string staffAddress)
    {
        var staff = service.As(Role.Caseworker, "officer-chen", 500105);
        var view = await staff.GetBodyAsync(staffAddress);
        Assert.Equal("settled", view.Text("/case/status"));
        Assert.Equal("500105", view.Text("/district"));
        Assert.Equal("keep", view.Text("/landElection"));
        Assert.StartsWith("2026-11-23T01:00:00Z", view.Text("/receivedAt"), StringComparison.Ordinal);
        var status = await staff.GetBodyAsync(staffAddress + "/orchestration");
        Assert.Equal("Completed settled", $"{status["runtimeStatus"]} {status["customStatus"]}");
        Assert.Null(status["nextWakeAt"]);

        var entries = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = await staff.GetBodyAsync($"{staffAddress}/journal?limit=7{(cursor is null ? "" : $"&cursor={cursor}")}");
            entries.AddRange(page["items"]!.AsArray().Select(item => item!));
            cursor = page["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        // The view of each page is itself in the journal, so that the last page shows the views of those before it.
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry["version"]!.GetValue<int>()));
        var looks = entries.Where(entry => string.Equals(entry.Text("/event/type"), "caseViewed", StringComparison.Ordinal)).ToList();
        Assert.True(looks.Count >= 3);
        Assert.All(looks, look => Assert.Equal("officer-chen caseworker", $"{look.At("/event/by")} {look.At("/event/role")}"));
        var previous = Convert.FromHexString(entries[0].Text("/hash"));
        foreach (var entry in entries.Skip(1))
        {
            previous = HashOf(entry, previous);
            Assert.Equal(Convert.ToHexStringLower(previous), entry.Text("/hash"));
        }
    }

    private static byte[] HashOf(JsonNode entry, ReadOnlySpan<byte> previous)
    {
        var payload = EventJson.Write(EventJson.Read(Encoding.UTF8.GetBytes(entry["event"]!.ToJsonString())));
        var hash = new byte[JournalHash.Length];
        JournalHash.Next(previous, entry["version"]!.GetValue<int>(), InstantPattern.ExtendedIso.Parse(entry.Text("/at")).Value, payload, hash);
        return hash;
    }

    private async Task CompareAgenciesBooksAsync(string address)
    {
        var settled = await service.As(_wang).GetBodyAsync(address);
        var books = await service.Agencies.GetBodyAsync("/simulator/books");
        var granted = books["education"]!.AsArray().Concat(books["health"]!.AsArray()).ToList();
        Assert.Equal(6, granted.Count);
        Assert.True(settled["benefits"]!.Texts("/reference").ToHashSet(StringComparer.Ordinal).SetEquals(granted.Select(line => line!.Text("/reference"))));
        Assert.Equal(4, granted.Select(line => line!.Text("/person")).Distinct(StringComparer.Ordinal).Count());
    }
}
