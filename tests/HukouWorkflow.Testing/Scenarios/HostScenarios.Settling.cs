using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Testing.Conversations;

namespace HukouWorkflow.Testing.Scenarios;

/// <content>Cases that come to a settlement, straight or not.</content>
public abstract partial class HostScenarios
{
    [Fact]
    public async Task Given_a_family_and_one_late_endorsement_When_five_years_pass_Then_hukou_schooling_and_health_are_granted_a_gap_later()
    {
        var form = Forms.Application(_wang);
        form["household"] = new JsonArray(Forms.Member("spouse", Settler.Born("19890102")), Forms.Member("child", Settler.Born("20210305")));
        var address = await ApplyAsync(form);
        var begun = await SeeAsync(address, "accruing");
        Assert.Equal("2031-10-01", begun.Text("/clock/maturesOn"));
        await EndorseAsync(address, "2027-09-20");
        await PassToAsync("2028-10-03");
        Assert.Equal("""[{"from":"2028-10-01","to":null,"why":"lateEndorsement"}]""", (await SeeAsync(address, "suspended")).At("/clock/gaps")!.ToJsonString());
        await EndorseAsync(address, "2028-10-06", "2029-09-20", "2030-09-20", "2031-09-20");
        await PassToAsync("2031-10-05");
        Assert.Equal("2031-10-06", (await SeeAsync(address, "accruing")).Text("/clock/maturesOn"));

        await PassToAsync("2031-10-06");

        var settled = await SeeAsync(address, "settled");
        Assert.Equal("population residencePermit socialInsurance employment housing publicSecurity", settled["checks"]!.Line("/register"));
        Assert.All(settled["checks"]!.Texts("/outcome"), outcome => Assert.Equal("confirmed", outcome));
        Assert.Equal(
            "education 0, health 0, education 2, health 1, health 2",
            string.Join(", ", settled["benefits"]!.AsArray().Select(benefit => $"{benefit!["kind"]} {benefit["person"]}")));
        Assert.All(settled["benefits"]!.Texts("/status"), status => Assert.Equal("granted", status));
        Assert.Equal("granted system", $"{settled.At("/decision/outcome")} {settled.At("/decision/by")}");
        Assert.Equal("chongqing 2025-09-01 residence", $"{settled.At("/policy/pack")} {settled.At("/policy/version")} {settled.At("/policy/route")}");
        Assert.Equal("caseSettled", settled["timeline"]!.Texts("/what")[^1]);
        Assert.StartsWith("2031-10-05T16:00:00Z", settled.Text("/since"), StringComparison.Ordinal);
        var references = (await BookAsync("education")).Concat(await BookAsync("health")).Select(line => line!.Text("/reference")).ToList();
        Assert.Equal(5, references.Count);
        Assert.True(settled["benefits"]!.Texts("/reference").ToHashSet(StringComparer.Ordinal).SetEquals(references));
        Assert.Equal("met", (await SeeAsync(address + "/explanation")).Text("/best/tree/verdict"));
    }

    [Fact]
    public async Task Given_an_absence_beyond_the_allowance_When_it_is_told_Then_the_days_too_many_are_counted_later()
    {
        var address = await ApplyAsync(Forms.Application(_wang).With("/residence/basis", "registration"));
        await PassToAsync("2028-06-01");

        await StateAsync(address, new JsonObject { ["type"] = "absence", ["from"] = "2027-11-14", ["to"] = "2028-06-01" });

        var view = await SeeAsync(address, "accruing");
        Assert.Equal("2031-10-21", view.Text("/clock/maturesOn"));
        await PassToAsync("2031-10-20");
        await SeeAsync(address, "accruing");
        await PassToAsync("2031-10-21");
        await SeeAsync(address, "settled");
    }

    [Fact]
    public async Task Given_somebody_who_leaves_the_city_When_they_return_Then_time_counts_again()
    {
        var address = await ApplyAsync(Forms.Application(_wang).With("/residence/basis", "registration"));
        await PassToAsync("2028-11-01");
        await StateAsync(address, new JsonObject { ["type"] = "moved", ["on"] = "2028-11-01", ["district"] = "510104" });
        await SeeAsync(address, "suspended");
        await PassToAsync("2029-11-01");
        await SeeAsync(address, "suspended");

        await StateAsync(address, new JsonObject { ["type"] = "moved", ["on"] = "2029-11-01", ["district"] = "500108", ["address"] = "somewhere" });

        var view = await SeeAsync(address, "accruing");
        Assert.Contains("accrualSuspended", view["timeline"]!.Texts("/what"), StringComparer.Ordinal);
        var matures = view.Text("/clock/maturesOn");
        await PassToAsync(matures);
        await SeeAsync(address, "settled");
    }

    [Fact]
    public async Task Given_a_move_within_the_city_When_five_years_pass_Then_it_has_changed_only_who_is_responsible()
    {
        var address = await ApplyAsync(Forms.Application(_wang).With("/residence/basis", "registration"));
        var (before, after) = (As("officer-chen", Role.Caseworker, 500105), As("officer-luo", Role.Caseworker, 500112));
        await before.GetBodyAsync(CaseOf(address));
        await PassToAsync("2028-05-04");
        await StateAsync(address, new JsonObject { ["type"] = "moved", ["on"] = "2028-05-04", ["district"] = "500112", ["address"] = "somewhere" });

        Assert.Equal("500112", (await after.GetBodyAsync(CaseOf(address))).Text("/district"));
        using var gone = await before.LookAsync(CaseOf(address));
        await gone.ProblemAsync(HttpStatusCode.NotFound, "notFound");
        await PassToAsync("2031-10-01");
        await SeeAsync(address, "settled");
    }

    [Fact]
    public async Task Given_the_health_agency_is_down_for_weeks_When_the_case_matures_Then_schooling_is_granted_health_is_escalated_and_granted_once_it_is_back()
    {
        await FaultAsync("""{"agencies":["health"],"errorRate":1}""");
        var address = await ApplyAsync(Forms.MatureApplication(_wang));

        var first = await SeeAsync(address, "granting");
        Assert.Equal("granted failed", first["benefits"]!.Line("/status"));
        await PassToAsync("2026-12-01");
        Assert.Equal("granted escalated", (await SeeAsync(address, "granting"))["benefits"]!.Line("/status"));
        var list = await As("officer-chen", Role.Caseworker, 500105).GetBodyAsync("/api/cases?status=granting");
        Assert.Equal([address[^36..]], list["items"]!.Texts("/id"), StringComparer.Ordinal);

        await FaultAsync("{}");
        await PassToAsync("2026-12-20");
        var settled = await SeeAsync(address, "settled");
        Assert.Equal("granted granted", settled["benefits"]!.Line("/status"));
        Assert.Single(await BookAsync("education"));
        Assert.Single(await BookAsync("health"));
    }

    [Fact]
    public async Task Given_agencies_that_lose_and_double_answers_When_the_case_matures_Then_each_benefit_is_granted_once()
    {
        await FaultAsync("""{"seed":7,"dropRate":0.2,"duplicateRate":0.5}""");
        var address = await ApplyAsync(Forms.MatureApplication(_wang));

        await PassToAsync("2026-12-20");

        var settled = await SeeAsync(address, "settled");
        Assert.Equal(
            settled["benefits"]!.Line("/reference"),
            $"{Assert.Single((await BookAsync("education")).Select(line => line!.Text("/reference")).Distinct(StringComparer.Ordinal))} {Assert.Single((await BookAsync("health")).Select(line => line!.Text("/reference")).Distinct(StringComparer.Ordinal))}");
    }

    [Fact]
    public async Task Given_a_case_that_waits_When_the_host_is_restarted_Then_it_settles_on_its_day()
    {
        var address = await ApplyAsync(Forms.Application(_wang).With("/residence/basis", "registration"));
        await PassToAsync("2029-01-01");
        var before = await SeeAsync(address);

        await Host.RestartAsync();

        Assert.Equal(before.ToJsonString(), (await SeeAsync(address)).ToJsonString());
        await PassToAsync("2031-10-01");
        await SeeAsync(address, "settled");
    }
}
