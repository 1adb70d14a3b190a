using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>The OpenAPI document describes what the service answers: every field, and no other.</summary>
public sealed class OpenApiAnswerTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _wang = Settler.Born("19880315");

    [Theory]
    [InlineData("""{"destination": {"city": "500000", "district": "500103"}, "residence": {"from": "2024-11-30", "endorsements": ["2025-11-20"]}}""")]
    [InlineData("""{"destination": {"city": "110000"}}""")]
    [InlineData("""{"destinations": [{"city": "110000"}, {"city": "500000", "district": "500103"}], "residence": {"from": "2022-01-01", "dwelling": "owned"}, "bornIn": 1990}""")]
    [InlineData("""{"destinations": [{"city": "110000"}]}""")]
    public async Task Given_one_city_or_several_When_estimating_Then_the_answer_is_the_described_one(string body)
    {
        using var answer = await service.Anyone.SendTextAsync("/api/estimates", body);

        await IsDescribedAsync("post", "/api/estimates", await answer.BodyAsync(HttpStatusCode.OK));
    }

    [Fact]
    public async Task Given_the_public_calls_When_answered_Then_the_answers_are_the_described_ones()
    {
        foreach (var path in (string[])["/api/policies", "/api/statistics"])
        {
            await IsDescribedAsync("get", path, await service.Anyone.GetBodyAsync(path));
        }

        foreach (var pack in (await service.Anyone.GetBodyAsync("/api/policies"))["items"]!.AsArray())
        {
            await IsDescribedAsync("get", "/api/policies/{pack}", await service.Anyone.GetBodyAsync("/api/policies/" + pack!.Text("/id")));
        }
    }

    [Fact]
    public async Task Given_a_case_with_family_When_looked_at_Then_case_explanation_and_journal_are_the_described_ones()
    {
        var form = Forms.Application(_wang);
        form["household"] = new JsonArray(Forms.Member("child", Settler.Born("20210305")).With("/schoolStage", "primary"));
        using var accepted = await service.As(_wang).SendJsonAsync("/api/applications", form);
        var taken = await accepted.BodyAsync(HttpStatusCode.Accepted);
        await IsDescribedAsync("post", "/api/applications", taken);

        var id = taken.Text("/id");
        var staff = service.As(Role.Supervisor, "supervisor", 500105);
        await IsDescribedAsync("get", "/api/applications/{id}", await service.As(_wang).GetBodyAsync($"/api/applications/{id}"));
        await IsDescribedAsync("get", "/api/applications/{id}/explanation", await service.As(_wang).GetBodyAsync($"/api/applications/{id}/explanation"));
        await IsDescribedAsync("get", "/api/cases", await staff.GetBodyAsync("/api/cases"));
        await IsDescribedAsync("get", "/api/cases/{id}", await staff.GetBodyAsync($"/api/cases/{id}"));
        await IsDescribedAsync("get", "/api/cases/{id}/journal", await service.As(Role.Auditor, "auditor", 500105).GetBodyAsync($"/api/cases/{id}/journal"));
    }

    private async Task IsDescribedAsync(string method, string path, JsonNode answer)
    {
        var schemas = new OpenApiSchemas(await service.Anyone.GetBodyAsync("/openapi/v1.json"));

        Assert.Empty(schemas.Departures(schemas.AnswerOf(method, path), answer));
    }
}
