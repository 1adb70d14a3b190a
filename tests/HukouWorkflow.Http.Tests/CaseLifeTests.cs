using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>Cases that do not go straight through: reviews, evidence, withdrawals.</summary>
public sealed class CaseLifeTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _wang = Settler.Born("19880315");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_register_that_contradicts_When_mature_Then_a_person_decides_with_reasons_shown_and_evidence_reopens_the_checks()
    {
        await ContradictAsync($$"""{"contradict":[{"residentId":"{{_wang.ResidentId}}","register":"housing"}]}""");
        var address = await service.ApplyAsync(_wang, Forms.MatureApplication(_wang));
        var english = await service.UntilStatusAsync(_wang, address, "forReview");

        Assert.Equal("confirmed confirmed confirmed confirmed contradicted confirmed", english["checks"]!.Line("/outcome"));
        Assert.Equal("recordsDiffer", english.Text("/checks/4/reason"));
        Assert.Equal("2026-12-21", english.Text("/review/decideBy"));
        Assert.StartsWith("The records of the housing register disagree", english.Text("/review/reasons/0/text"), StringComparison.Ordinal);
        Assert.Null(english["decision"]);
        Assert.Empty(english["benefits"]!.AsArray());
        using var chinese = service.As(_wang);
        chinese.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        var reason = (await chinese.GetBodyAsync(address)).Text("/review/reasons/0/text");
        Assert.Contains("住房", reason, StringComparison.Ordinal);

        await ContradictAsync("{}");
        using var evidence = await service.As(_wang).SendJsonAsync(
            address + "/evidence",
            new JsonObject { ["title"] = "Lease", ["concerns"] = "housing", ["mediaType"] = "application/pdf", ["content"] = "JVBERg==" });
        await evidence.BodyAsync(HttpStatusCode.Accepted);
        var settled = await service.UntilStatusAsync(_wang, address, "settled");
        Assert.Contains("evidenceAdded checksReopened registerAnswered", settled["timeline"]!.Line("/what"), StringComparison.Ordinal);

        using var late = await service.As(_wang).SendJsonAsync(address + "/withdrawal", new JsonObject());
        await late.ProblemAsync(HttpStatusCode.Conflict, "closed");
    }

    [Fact]
    public async Task Given_no_consent_to_an_automatic_grant_When_mature_Then_a_caseworker_is_shown_the_case()
    {
        var address = await service.ApplyAsync(_wang, Forms.MatureApplication(_wang).With("/consent/automaticGrant", false));
        var view = await service.UntilStatusAsync(_wang, address, "forReview");
        Assert.Equal("An automatic grant was not consented to, so a person decides.", Assert.Single(view.At("/review/reasons")!.Texts("/text")));

        var list = await service.As(Role.Caseworker, "officer", 500105).GetBodyAsync("/api/cases?status=forReview&dueBefore=2027-01-01");
        Assert.Contains(address[^36..], list["items"]!.Texts("/id"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_an_open_case_When_applying_again_Then_409_until_it_is_withdrawn()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var before = await service.CasesAsync();
        using var second = await service.As(_wang).SendJsonAsync("/api/applications", Forms.Application(_wang));
        await second.ProblemAsync(HttpStatusCode.Conflict, "openCase");
        using var byAnother = await service.As(Settler.Born("19900101")).SendJsonAsync("/api/applications", Forms.Application(_wang));
        await byAnother.ProblemAsync(HttpStatusCode.Conflict, "openCase");
        Assert.Equal(before, await service.CasesAsync());

        using var withdrawal = await service.As(_wang).SendJsonAsync(address + "/withdrawal", new JsonObject());
        await withdrawal.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal("withdrawn", (await service.As(_wang).GetBodyAsync(address)).Text("/status"));
        var again = await service.ApplyAsync(_wang, Forms.Application(_wang));
        Assert.False(string.Equals(address, again, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_closed_case_When_anything_is_stated_Then_409_and_nothing_is_stored()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        using var withdrawal = await service.As(_wang).SendJsonAsync(address + "/withdrawal", new JsonObject());
        await withdrawal.BodyAsync(HttpStatusCode.Accepted);
        var before = await service.CasesAsync();
        using var state = await service.As(_wang).SendJsonAsync(address + "/events", Forms.Endorsed("2026-11-01"));
        using var evidence = await service.As(_wang).SendJsonAsync(address + "/evidence", new JsonObject { ["title"] = "x" });
        using var withdraw = await service.As(_wang).SendJsonAsync(address + "/withdrawal", new JsonObject());
        foreach (var answer in (HttpResponseMessage[])[state, evidence, withdraw])
        {
            await answer.ProblemAsync(HttpStatusCode.Conflict, "closed");
        }

        Assert.Equal(before, await service.CasesAsync());
    }

    [Theory]
    [InlineData("""{"type":"vanished","on":"2026-11-01"}""", "/type")]
    [InlineData("""{"on":"2026-11-01"}""", "/type")]
    [InlineData("""{"type":7}""", "/type")]
    [InlineData("""{"type":"Endorsed","on":"2026-11-01"}""", "/type")]
    [InlineData("""{"type":"endorsed"}""", "/on")]
    [InlineData("""{"type":"endorsed","on":"2026-11-24"}""", "/on")]
    [InlineData("""{"type":"endorsed","on":"2026-09-30"}""", "/on")]
    [InlineData("""{"type":"endorsed","on":"2026-11-01","to":"2026-11-02"}""", "/to")]
    [InlineData("""{"on":7,"type":"endorsed"}""", "/on")]
    [InlineData("""{"type":"absence","from":"2026-10-05","to":"2026-10-05"}""", "/to")]
    [InlineData("""{"type":"absence","from":"2026-10-05","to":"2026-11-24"}""", "/to")]
    [InlineData("""{"type":"absence"}""", "/from /to")]
    [InlineData("""{"type":"moved","on":"2026-11-01","district":"500100"}""", "/district")]
    [InlineData("""{"type":"moved"}""", "/district /on")]
    [InlineData("""{"type":"employment","kind":"slavery","from":"2026-11-01"}""", "/kind")]
    [InlineData("""{"type":"employment"}""", "/from /kind")]
    [InlineData("""{"type":"insurance","from":"2026-11-01","to":"2026-10-01"}""", "/to")]
    [InlineData("""{"type":"insurance"}""", "/from")]
    [InlineData("""{"type":"tax","year":2027,"amount":1}""", "/year")]
    [InlineData("""{"type":"tax"}""", "/amount /year")]
    [InlineData("""{"type":"dwelling","on":"2026-11-01","dwelling":"tent"}""", "/dwelling")]
    [InlineData("""{"type":"dwelling"}""", "/dwelling /on")]
    [InlineData("""{"type":"household","relation":"child","name":"x","residentId":"500230198803152247"}""", "/residentId")]
    [InlineData("""{"type":"household"}""", "/name /relation /residentId")]
    public async Task Given_an_event_that_is_not_right_When_stated_Then_its_place_is_named_and_nothing_is_stored(string body, string places)
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var before = await service.CasesAsync();
        using var answer = await service.As(_wang).SendTextAsync(address + "/events", body);
        Assert.Equal(places, string.Join(' ', await answer.WrongAsync()));
        Assert.Equal(before, await service.CasesAsync());
    }

    [Fact]
    public async Task Given_someone_of_the_household_When_stated_again_Then_their_place_is_named_and_nothing_is_stored()
    {
        var (child, second) = (Settler.Born("20210305"), Settler.Born("20220305"));
        var form = Forms.Application(_wang);
        form["household"] = new JsonArray(Forms.Member("child", child));
        var address = await service.ApplyAsync(_wang, form);
        using var joined = await service.As(_wang).SendJsonAsync(address + "/events", Forms.Member("child", second).With("/type", "household"));
        await joined.BodyAsync(HttpStatusCode.Accepted);
        var before = await service.CasesAsync();
        foreach (var known in (Settler[])[child, second, _wang])
        {
            using var again = await service.As(_wang).SendJsonAsync(address + "/events", Forms.Member("child", known).With("/type", "household"));
            Assert.Equal("/residentId", string.Join(' ', await again.WrongAsync()));
        }

        Assert.Equal(before, await service.CasesAsync());
    }

    [Theory]
    [InlineData("""{}""", "/title")]
    [InlineData("""{"title":"x","mediaType":"text/html","content":"eA=="}""", "/mediaType")]
    [InlineData("""{"title":"x","content":"eA=="}""", "/mediaType")]
    [InlineData("""{"title":"x","mediaType":"image/png","content":"not base64"}""", "/content")]
    [InlineData("""{"title":"x","concerns":"weather"}""", "/concerns")]
    public async Task Given_evidence_that_is_not_right_When_added_Then_its_place_is_named(string body, string places)
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var before = await service.CasesAsync();
        using var answer = await service.As(_wang).SendTextAsync(address + "/evidence", body);
        Assert.Equal(places, string.Join(' ', await answer.WrongAsync()));
        Assert.Equal(before, await service.CasesAsync());
    }

    private async Task ContradictAsync(string faults)
    {
        using var content = new StringContent(faults);
        using var answer = await service.Agencies.PutAsync(new Uri("simulator/faults", UriKind.Relative), content, Ct);
        await answer.BodyAsync(HttpStatusCode.OK);
    }
}
