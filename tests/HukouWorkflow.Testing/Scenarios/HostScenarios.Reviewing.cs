using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Testing.Conversations;

namespace HukouWorkflow.Testing.Scenarios;

/// <content>Cases that a person must look at, or that end otherwise.</content>
public abstract partial class HostScenarios
{
    [Fact]
    public async Task Given_a_register_that_contradicts_When_mature_Then_a_person_decides_and_evidence_reopens_the_checks()
    {
        await FaultAsync($$"""{"contradict":[{"residentId":"{{_wang.ResidentId}}","register":"housing"}]}""");
        var address = await ApplyAsync(Forms.MatureApplication(_wang));
        var review = await SeeAsync(address, "forReview");
        Assert.Equal("confirmed confirmed confirmed confirmed contradicted confirmed", review["checks"]!.Line("/outcome"));
        Assert.Equal("2026-12-21", review.Text("/review/decideBy"));
        Assert.Empty(review["benefits"]!.AsArray());

        await FaultAsync("{}");
        using var evidence = await Applicant.SendJsonAsync(
            address + "/evidence",
            new JsonObject { ["title"] = "Lease", ["concerns"] = "housing", ["mediaType"] = "application/pdf", ["content"] = "JVBERg==" });
        await evidence.BodyAsync(HttpStatusCode.Accepted);
        await SettleDownAsync();
        await SeeAsync(address, "settled");
    }

    [Fact]
    public async Task Given_no_consent_to_an_automatic_grant_When_mature_Then_a_caseworker_is_shown_the_case()
    {
        var address = await ApplyAsync(Forms.MatureApplication(_wang).With("/consent/automaticGrant", false));

        await PassToAsync("2027-02-01");

        var review = await SeeAsync(address, "forReview");
        Assert.Equal("An automatic grant was not consented to, so a person decides.", Assert.Single(review.At("/review/reasons")!.Texts("/text")));
        var list = await As("officer-chen", Role.Caseworker, 500105).GetBodyAsync("/api/cases?status=forReview&dueBefore=2027-01-01");
        Assert.Equal([address[^36..]], list["items"]!.Texts("/id"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_an_open_case_When_it_is_withdrawn_Then_it_takes_nothing_more_and_another_may_be_opened()
    {
        var address = await ApplyAsync(Forms.Application(_wang));
        using var second = await Applicant.SendJsonAsync("/api/applications", Forms.Application(_wang));
        await second.ProblemAsync(HttpStatusCode.Conflict, "openCase");

        using var withdrawal = await Applicant.SendJsonAsync(address + "/withdrawal", new JsonObject());
        await withdrawal.BodyAsync(HttpStatusCode.Accepted);
        await SettleDownAsync();

        await SeeAsync(address, "withdrawn");
        using var late = await Applicant.SendJsonAsync(address + "/events", Forms.Endorsed("2026-11-01"));
        await late.ProblemAsync(HttpStatusCode.Conflict, "closed");
        var status = await As("supervisor-li", Role.Supervisor).GetBodyAsync(CaseOf(address) + "/orchestration");
        Assert.Equal("Completed withdrawn", $"{status["runtimeStatus"]} {status["customStatus"]}");
        Assert.NotEqual(address, await ApplyAsync(Forms.Application(_wang)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_a_case_that_waits_When_staff_look_Then_they_see_its_orchestration_its_journal_and_their_own_looking()
    {
        var address = await ApplyAsync(Forms.Application(_wang).With("/residence/basis", "registration"));
        var staff = As("officer-chen", Role.Caseworker, 500105);
        var status = await staff.GetBodyAsync(CaseOf(address) + "/orchestration");
        Assert.Equal("accruing", status.Text("/customStatus"));
        Assert.Contains(status.Text("/runtimeStatus"), (string[])["Running", "Pending"], StringComparer.Ordinal);
        Assert.NotNull(status["nextWakeAt"]);
        await staff.GetBodyAsync(CaseOf(address));

        var journal = await staff.GetBodyAsync(CaseOf(address) + "/journal?limit=50");
        var events = journal["items"]!.AsArray().Select(item => item!.At("/event")!).ToList();
        Assert.Equal("applicationReceived accrualBegan", string.Join(' ', events.Take(2).Select(item => item.Text("/type"))));
        Assert.All(events.Skip(2), item => Assert.Equal("caseViewed officer-chen", $"{item["type"]} {item["by"]}"));
        Assert.NotEmpty(events.Skip(2));

        await PassToAsync("2031-10-01");
        var ended = await staff.GetBodyAsync(CaseOf(address) + "/orchestration");
        Assert.Equal("Completed settled", $"{ended["runtimeStatus"]} {ended["customStatus"]}");
        Assert.Null(ended["nextWakeAt"]);
    }
}
