using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>Estimates from partial facts, for one city and for several side by side; the day is 23 November 2026.</summary>
public sealed class EstimateTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Given_a_city_alone_When_estimating_Then_today_is_taken_for_the_start_and_that_is_said()
    {
        var estimate = await EstimateAsync("""{"destination": {"city": "500000"}}""");

        Assert.Equal("500000", estimate.Text("/city"));
        Assert.Null(estimate["district"]);
        Assert.Equal("residence 2031-11-23", $"{estimate["route"]} {estimate["metOn"]}");
        Assert.Equal(
            [
                "No residence was stated. One on a residence permit that begins today, 2026-11-23, is assumed.",
                "No district was stated. What differs by district stays unknown.",
            ],
            estimate["assumptions"]!.AsArray().Select(each => each!.GetValue<string>()),
            StringComparer.Ordinal);
        Assert.True(estimate["isUnverified"]!.GetValue<bool>());
        Assert.NotEmpty(estimate["unknowns"]!.AsArray());
    }

    [Fact]
    public async Task Given_a_route_that_is_not_met_When_estimating_Then_what_is_missing_is_told_in_figures_and_in_sentences()
    {
        var estimate = await EstimateAsync(
            """
            {"destination": {"city": "500000", "district": "500103"},
             "residence": {"from": "2024-11-30", "endorsements": ["2025-11-20"], "dwelling": "leased"},
             "insurance": [{"from": "2025-11-23"}]}
            """);
        var routes = estimate["routes"]!.AsArray();
        var residence = routes[0]!;
        var housing = routes.Single(route => route!.Text("/route") is "housing")!;

        Assert.Equal("residence notMet 2029-11-30", $"{residence["route"]} {residence["verdict"]} {residence["metOn"]}");
        Assert.StartsWith("Residence: 1 year 358 days of 5 years.", residence.Text("/missing/0/text"), StringComparison.Ordinal);
        Assert.Equal("It is met on 30 November 2029, if you have your permit endorsed by 30 November 2026 and every year after.", residence.Text("/missing/0/remedy"));
        Assert.Equal("dwelling notMet Still needed: a home of one's own.", $"{housing.At("/missing/0/rule")} {housing.At("/missing/0/verdict")} {housing.At("/missing/0/remedy")}");
        Assert.Equal(estimate.Text("/best/version"), residence.Text("/version"));
        var days = routes.Select(route => route!["metOn"]?.GetValue<string>() ?? "9999").ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_several_cities_When_estimating_Then_they_stand_side_by_side_the_soonest_first_in_the_language_asked_for()
    {
        var compared = await EstimateAsync(
            """
            {"destinations": [{"city": "110000"}, {"city": "500000", "district": "500103"}],
             "residence": {"from": "2022-01-01", "basis": "registration", "dwelling": "owned"}, "bornIn": 1990}
            """,
            "zh-CN");

        Assert.Equal("2026-11-23 500000", $"{compared["asOf"]} {compared["soonest"]}");
        Assert.Equal("500000 110000", compared["estimates"]!.Line("/city"));
        Assert.Equal("chongqing beijing", compared["estimates"]!.Line("/pack"));
        Assert.StartsWith("重庆市：条件已于2022年1月1日满足", compared.Text("/estimates/0/text"), StringComparison.Ordinal);
        Assert.StartsWith("北京市：", compared.Text("/estimates/1/text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_list_with_one_city_that_is_never_met_When_estimating_Then_none_is_the_soonest()
    {
        var compared = await EstimateAsync("""{"destinations": [{"city": "110000"}], "residence": {"from": "2026-01-01", "basis": "registration"}}""");

        Assert.Null(compared["soonest"]);
        Assert.Single(compared["estimates"]!.AsArray());
    }

    [Theory]
    [InlineData("""{}""", "/destination")]
    [InlineData("""{"destinations": []}""", "/destinations")]
    [InlineData("""{"destination": {"city": "500000"}, "destinations": [{"city": "500000"}]}""", "/destinations")]
    [InlineData("""{"destinations": [{"city": "500000"}, {"city": "999999"}, {"district": "500103"}, null]}""", "/destinations/1/city /destinations/2/city /destinations/3")]
    [InlineData("""{"destinations": [{"city": "500000"}, {"city": "500000"}]}""", "/destinations/1")]
    [InlineData("""{"destinations": [{"city": "500000", "district": "110101"}]}""", "/destinations/0/district")]
    [InlineData("""{"destination": {"city": "x"}, "bornIn": 1800, "declarations": {"noRecord": false}}""", "/bornIn /declarations/noRecord /destination/city")]
    public async Task Given_wrong_facts_When_estimating_Then_every_place_is_named_at_once(string body, string places)
    {
        using var answer = await service.Anyone.SendTextAsync("/api/estimates", body);
        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "input");

        Assert.Equal(places.Split(' '), problem["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_more_cities_than_anybody_compares_When_estimating_Then_the_list_is_refused()
    {
        var cities = string.Join(',', Enumerable.Repeat("""{"city": "500000"}""", 11));
        using var answer = await service.Anyone.SendTextAsync("/api/estimates", $$"""{"destinations": [{{cities}}]}""");

        Assert.Equal("/destinations", Assert.Single((await answer.ProblemAsync(HttpStatusCode.BadRequest, "input"))["errors"]!.AsObject()).Key);
    }

    [Theory]
    [InlineData("en", "Chongqing: ", "Source")]
    [InlineData("zh-CN", "重庆市：", "依据")]
    public async Task Given_a_case_When_its_explanation_is_asked_for_Then_it_is_told_in_the_language_asked_for(string language, string begins, string source)
    {
        var settler = Settler.Born("19880315");
        var address = await service.ApplyAsync(settler, Forms.Application(settler));
        using var client = service.As(settler);
        client.DefaultRequestHeaders.Add("Accept-Language", language);

        var explanation = await client.GetBodyAsync(address + "/explanation");

        Assert.StartsWith(begins, explanation.Text("/explanation/text"), StringComparison.Ordinal);
        Assert.Equal("pack:chongqing", explanation.Text("/explanation/rule"));
        var route = explanation.At("/explanation/children")![0]!["children"]![0]!;
        Assert.Equal("route:residence", route.Text("/rule"));
        Assert.StartsWith(source, route.Text("/source"), StringComparison.Ordinal);
        Assert.DoesNotContain(settler.Name, explanation.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> EstimateAsync(string body, string language = "en")
    {
        using var client = service.Client(null);
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var answer = await client.SendTextAsync("/api/estimates", body);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }
}
