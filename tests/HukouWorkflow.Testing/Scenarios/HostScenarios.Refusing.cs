using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Testing.Conversations;

namespace HukouWorkflow.Testing.Scenarios;

/// <content>What is said twice, wrongly, or by somebody who may not.</content>
public abstract partial class HostScenarios
{
    [Fact]
    public async Task Given_an_idempotency_key_When_a_call_is_repeated_Then_the_answer_is_the_same_and_another_body_is_refused()
    {
        var form = Forms.Application(_wang);
        using var first = await Applicant.SendJsonAsync("/api/applications", form, "apply-1");
        using var again = await Applicant.SendJsonAsync("/api/applications", form, "apply-1");
        var accepted = await first.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal(accepted.ToJsonString(), (await again.BodyAsync(HttpStatusCode.Accepted)).ToJsonString());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        using var other = await Applicant.SendJsonAsync("/api/applications", form.With("/residence/from", "2026-10-02"), "apply-1");
        await other.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keyReused");

        var address = accepted.Text("/links/self");
        using var once = await Applicant.SendJsonAsync(address + "/events", Forms.Endorsed("2026-11-01"), "endorse-1");
        await SettleDownAsync();
        using var twice = await Applicant.SendJsonAsync(address + "/events", Forms.Endorsed("2026-11-01"), "endorse-1");
        Assert.Equal((await once.BodyAsync(HttpStatusCode.Accepted)).ToJsonString(), (await twice.BodyAsync(HttpStatusCode.Accepted)).ToJsonString());
        await SettleDownAsync();
        Assert.Single((await SeeAsync(address))["timeline"]!.Texts("/what"), what => what is "residenceEndorsed");
    }

    [Fact]
    public async Task Given_another_persons_case_When_asked_for_Then_it_is_as_if_there_were_none()
    {
        var address = await ApplyAsync(Forms.Application(_wang));
        using var missing = await Applicant.LookAsync("/api/applications/019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55");
        using var another = await As(Settler.Born("19900101")).LookAsync(address);
        using var elsewhere = await As("officer-luo", Role.Caseworker, 500112).LookAsync(CaseOf(address));

        var nothing = Bare(await missing.ProblemAsync(HttpStatusCode.NotFound, "notFound"));
        Assert.Equal(nothing, Bare(await another.ProblemAsync(HttpStatusCode.NotFound, "notFound")));
        Assert.Equal(nothing, Bare(await elsewhere.ProblemAsync(HttpStatusCode.NotFound, "notFound")));
        using var noRole = await Applicant.LookAsync("/api/cases");
        await noRole.ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Given_an_application_with_many_errors_When_sent_Then_all_are_named_at_once_in_the_callers_language_and_nothing_is_stored()
    {
        const string Wrong = """{"applicant":{"name":"x","residentId":"1"},"origin":{"division":"5"},"surplus":1,"residence":{"from":"2027-01-01"}}""";
        using var english = await Applicant.SendTextAsync("/api/applications", Wrong);
        Assert.Equal(
            "/applicant/residentId /consent /destination /origin/division /origin/hukou /origin/registration /residence/from /surplus",
            string.Join(' ', await english.WrongAsync()));

        using var client = Applicant;
        client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        using var chinese = await client.SendTextAsync("/api/applications", Wrong);
        var problem = await chinese.ProblemAsync(HttpStatusCode.BadRequest, "input");
        Assert.All(problem["errors"]!.AsObject(), error => Assert.Matches("[一-鿿]", error.Value![0]!.GetValue<string>()));
        Assert.Empty((await As("supervisor-li", Role.Supervisor).GetBodyAsync("/api/cases"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Given_nobody_signed_in_When_calling_Then_only_what_is_public_is_answered()
    {
        using var anyone = Anyone();
        using var refused = await anyone.LookAsync("/api/cases");
        Assert.Equal("Sign in first", (await refused.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated")).Text("/title"));
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);

        Assert.Contains("chongqing", (await anyone.GetBodyAsync("/api/policies"))["items"]!.AsArray().Select(item => item!.Text("/id")), StringComparer.Ordinal);
        Assert.Equal("chongqing", (await anyone.GetBodyAsync("/api/policies/chongqing")).Text("/id"));
        Assert.Equal(0, (await anyone.GetBodyAsync("/api/statistics"))["total"]!.GetValue<int>());
        Assert.Equal("3.1.1", (await anyone.GetBodyAsync("/openapi/v1.json")).Text("/openapi"));
        foreach (var health in (string[])["/health/live", "/health/ready"])
        {
            using var answer = await anyone.LookAsync(health);
            Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    private static string Bare(JsonNode problem) => ((JsonObject)problem).Without("/instance").Without("/traceId").ToJsonString();
}
