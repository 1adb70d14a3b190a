using System.Text.Json.Nodes;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>What is wrong in an application is named at its place, and nothing is changed.</summary>
public sealed class BadInputTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _settler = Settler.Born("19880315");

    public static TheoryData<string, string, string> Faults => new()
    {
        { "/applicant/residentId", "\"500230198803152247\"", "/applicant/residentId" },
        { "/applicant/residentId", $"\"{Settler.Complete("50023019880230224")}\"", "/applicant/residentId" },
        { "/applicant/residentId", $"\"{Settler.Complete("99023019880315224")}\"", "/applicant/residentId" },
        { "/applicant/residentId", $"\"{Settler.Complete("50023020300101224")}\"", "/applicant/residentId" },
        { "/applicant/residentId", $"\"{Settler.Complete("50023020150101224")}\"", "/applicant/residentId" },
        { "/applicant/residentId", "\"50023019880315224\"", "/applicant/residentId" },
        { "/applicant/residentId", "\"５００２３０１９８８０３１５２２４８\"", "/applicant/residentId" },
        { "/applicant/name", "\"\"", "/applicant/name" },
        { "/applicant/name", "\"  \"", "/applicant/name" },
        { "/applicant/name", "\"a\\u0000b\"", "/applicant/name" },
        { "/applicant/name", "\"a\\nb\"", "/applicant/name" },
        { "/applicant/name", "\"\\ud800\"", "" },
        { "/applicant/name", "7", "/applicant/name" },
        { "/applicant/name", $"\"{new string('长', 101)}\"", "/applicant/name" },
        { "/applicant/phone", "\"13800000000\"", "/applicant/phone" },
        { "/applicant/language", "\"fr\"", "/applicant/language" },
        { "/applicant/surplus", "1", "/applicant/surplus" },
        { "/a~b", "1", "/a~0b" },
        { "/origin/division", "\"990000\"", "/origin/division" },
        { "/origin/registration", "\"external\"", "/origin/registration" },
        { "/origin/registration", "0", "/origin/registration" },
        { "/origin/hukou", "\"Rural\"", "/origin/hukou" },
        { "/origin/hukou", "\"0\"", "/origin/hukou" },
        { "/origin/hukou", "\"rural, urban\"", "/origin/hukou" },
        { "/destination/city", "\"510100\"", "/destination/city" },
        { "/destination/district", "\"510105\"", "/destination/district" },
        { "/destination/district", "\"5001 5\"", "/destination/district" },
        { "/destination/address", $"\"{new string('x', 301)}\"", "/destination/address" },
        { "/residence", "\"there\"", "/residence" },
        { "/residence/from", "\"2026-11-24\"", "/residence/from" },
        { "/residence/from", "\"1988-03-14\"", "/residence/from" },
        { "/residence/from", "\"2026-02-30\"", "/residence/from" },
        { "/residence/from", "\"2026-10-01T00:00:00Z\"", "/residence/from" },
        { "/residence/from", "20261001", "/residence/from" },
        { "/residence/basis", "\"visit\"", "/residence/basis" },
        { "/residence/permitNumber", $"\"{new string('7', 41)}\"", "/residence/permitNumber" },
        { "/residence/endorsements", "[\"2026-09-30\"]", "/residence/endorsements/0" },
        { "/residence/endorsements", "[\"2026-11-01\",\"2026-11-01\",null,\"x\"]", "/residence/endorsements/1 /residence/endorsements/2 /residence/endorsements/3" },
        { "/residence/absences", "[{\"from\":\"2026-10-05\",\"to\":\"2026-10-03\"}]", "/residence/absences/0/to" },
        { "/residence/absences", "[{\"from\":\"2026-10-05\"}]", "/residence/absences/0/to" },
        { "/residence/absences", "[{\"from\":\"2026-10-05\",\"to\":\"2026-10-09\"},{\"from\":\"2026-10-08\",\"to\":\"2026-10-10\"}]", "/residence/absences/1" },
        { "/employment", "{}", "/employment" },
        { "/employment", "[null]", "/employment/0" },
        { "/employment", "[{\"kind\":\"contract\",\"from\":\"2026-10-05\",\"to\":\"2026-10-05\"}]", "/employment/0/to" },
        { "/employment", "[{\"kind\":\"contract\",\"from\":\"2026-10-05\"},{\"kind\":\"contract\",\"from\":\"2026-10-06\"}]", "/employment/1" },
        { "/insurance", "[{\"from\":\"2026-10-05\",\"to\":\"2026-11-05\"},{\"from\":\"2026-11-04\",\"to\":null}]", "/insurance/1" },
        { "/taxes", "[{\"year\":1993,\"amount\":-1}]", "/taxes/0/amount /taxes/0/year" },
        { "/taxes", "[{\"year\":99999999999999999999,\"amount\":1e400}]", "/taxes/0/amount /taxes/0/year" },
        { "/taxes", "[{\"year\":2025,\"amount\":0.001},{\"year\":2025,\"amount\":1}]", "/taxes/0/amount" },
        { "/taxes", "[{\"year\":\"2025\",\"amount\":\"1\"}]", "/taxes/0/amount /taxes/0/year" },
        { "/household", "[{\"relation\":\"cousin\",\"name\":\"x\",\"residentId\":\"1\"}]", "/household/0/relation /household/0/residentId" },
        { "/household", "[{\"relation\":\"child\"}]", "/household/0/name /household/0/residentId" },
        { "/landElection", "\"sell\"", "/landElection" },
        { "/consent", "null", "/consent" },
        { "/consent/registerChecks", "false", "/consent/registerChecks" },
        { "/consent/registerChecks", "\"true\"", "/consent/registerChecks" },
        { "/consent/automaticGrant", "null", "/consent/automaticGrant" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Given_one_fault_When_applying_Then_its_place_is_named_and_nothing_is_stored(string at, string value, string places)
    {
        await RefusedAsync(Forms.Application(_settler).With(at, "\u0001").ToJsonString().Replace("\"\\u0001\"", value, StringComparison.Ordinal), places);
    }

    [Fact]
    public async Task Given_many_faults_When_applying_Then_all_are_named_at_once()
    {
        var form = Forms.Application(_settler)
            .With("/applicant/residentId", "500230198803152247")
            .With("/destination/city", "510100")
            .With("/residence/from", "2027-01-01")
            .With("/surplus", true)
            .Without("/origin")
            .Without("/consent/automaticGrant");

        await RefusedAsync(form.ToJsonString(), "/applicant/residentId /consent/automaticGrant /destination/city /origin /residence/from /surplus");
    }

    [Fact]
    public async Task Given_the_applicant_among_the_household_When_applying_Then_the_second_place_is_named()
    {
        var child = Settler.Born("20210305");
        var form = Forms.Application(_settler);
        form["household"] = new JsonArray(Forms.Member("spouse", _settler), Forms.Member("child", child), Forms.Member("child", child));

        await RefusedAsync(form.ToJsonString(), "/household/0/residentId /household/2/residentId");
    }

    [Fact]
    public async Task Given_ten_thousand_entries_When_applying_Then_the_list_is_refused_as_too_long()
    {
        var form = Forms.Application(_settler);
        form["insurance"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => new JsonObject())]);
        form["residence"]!["endorsements"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => (JsonNode)1)]);

        using var answer = await service.As(_settler).SendJsonAsync("/api/applications", form);
        Assert.Equal("/insurance /residence/endorsements", string.Join(' ', await answer.WrongAsync()));
    }

    [Fact]
    public async Task Given_ten_thousand_unknown_fields_When_applying_Then_the_answer_stays_readable()
    {
        var form = Forms.Application(_settler);
        for (var i = 0; i < 10_000; i++)
        {
            form[$"surplus{i}"] = i;
        }

        using var answer = await service.As(_settler).SendJsonAsync("/api/applications", form);
        Assert.Equal(500, (await answer.WrongAsync()).Count);
    }

    private async Task RefusedAsync(string body, string places)
    {
        var before = await service.CasesAsync();
        using var answer = await service.As(_settler).SendTextAsync("/api/applications", body, "bad-input");

        Assert.Equal(places, string.Join(' ', await answer.WrongAsync()));
        Assert.Equal(before, await service.CasesAsync());

        // Not even the key is taken.
        using var again = await service.As(_settler).SendTextAsync("/api/applications", "{}", "bad-input");
        Assert.NotEmpty(await again.WrongAsync());
    }
}
