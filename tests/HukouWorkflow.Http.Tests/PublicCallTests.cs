using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>What anybody may ask, and what operators look at.</summary>
public sealed class PublicCallTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Given_partial_facts_When_estimating_Then_route_day_and_what_is_missing_are_told_and_nothing_is_stored()
    {
        var before = await service.CasesAsync();
        var form = new JsonObject
        {
            ["destination"] = new JsonObject { ["city"] = "500000", ["district"] = "500105" },
            ["residence"] = new JsonObject { ["from"] = "2024-11-30" },
        };
        form["residence"]!["endorsements"] = new JsonArray("2025-11-20");
        using var answer = await service.Anyone.SendJsonAsync("/api/estimates", form);
        var estimate = await answer.BodyAsync(HttpStatusCode.OK);

        Assert.Equal("chongqing 2026-11-23 residence 2029-11-30", $"{estimate["pack"]} {estimate["asOf"]} {estimate["route"]} {estimate["metOn"]}");
        Assert.Contains("route:residence/residence", estimate["missing"]!.AsArray().Select(each => each!.GetValue<string>()), StringComparer.Ordinal);
        Assert.Equal("2025-09-01", estimate.Text("/best/version"));
        Assert.NotEmpty(estimate["results"]!.AsArray());
        Assert.Equal(before, await service.CasesAsync());
    }

    [Fact]
    public async Task Given_facts_that_suffice_today_When_estimating_Then_nothing_is_missing()
    {
        var form = new JsonObject
        {
            ["destination"] = new JsonObject { ["city"] = "500000", ["district"] = "500230" },
            ["residence"] = new JsonObject { ["from"] = "2026-11-01", ["dwelling"] = "owned" },
        };
        using var answer = await service.Anyone.SendJsonAsync("/api/estimates", form);
        var estimate = await answer.BodyAsync(HttpStatusCode.OK);
        Assert.Equal("housing 2026-11-01", $"{estimate["route"]} {estimate["metOn"]}");
        Assert.Empty(estimate["missing"]!.AsArray());
    }

    [Fact]
    public async Task Given_the_packs_When_asked_for_Then_each_value_comes_with_its_source_and_status()
    {
        var list = await service.Anyone.GetBodyAsync("/api/policies");
        Assert.Equal("beijing chongqing guangzhou large-city medium-city shanghai shenzhen small-city", list["items"]!.Line("/id"));
        Assert.Equal("500000", list.Text("/items/1/city"));
        Assert.Null(list["cursor"]);
        var pack = await service.Anyone.GetBodyAsync("/api/policies/chongqing");
        Assert.Equal("重庆市", pack.At("/title")!.AsObject().Select(each => each.Value!.GetValue<string>()).Last());
        Assert.Equal("centralCore", pack.Text("/districtClasses/500105"));
        Assert.Equal("江北区", pack.Text("/districtNames/500105/zh-CN"));
        Assert.Equal("residence work strategic contract municipalPark investment investor housing", pack["routes"]!.Line("/id"));
        Assert.NotEmpty(pack["unknowns"]!.AsArray());
        Assert.All(pack["parameters"]!.AsArray(), parameter => Assert.All(
            parameter!["values"]!.AsArray(),
            value => Assert.Contains(value!.At("/citation/status")!.GetValue<string>(), (string[])["verified", "unverified"], StringComparer.Ordinal)));

        using var none = await service.Anyone.LookAsync("/api/policies/atlantis");
        await none.ProblemAsync(HttpStatusCode.NotFound, "notFound");
    }

    [Fact]
    public async Task Given_few_cases_When_totals_are_shown_Then_not_even_their_number()
    {
        var settler = Settler.Born("19880315");
        await service.ApplyAsync(settler, Forms.Application(settler));
        var statistics = await service.Anyone.GetBodyAsync("/api/statistics");
        Assert.Null(statistics["total"]);
        Assert.Equal("2026-11-23T01:00:00Z", statistics.Text("/asOf"));
        Assert.All(statistics["byStatus"]!.AsArray().Concat(statistics["byDistrict"]!.AsArray()), group => Assert.Null(group!["cases"]));
    }

    [Fact]
    public async Task Given_a_running_service_When_operators_look_Then_it_is_live_and_ready_and_measured()
    {
        foreach (var health in (string[])["/health/live", "/health/ready"])
        {
            using var answer = await service.Anyone.LookAsync(health);
            Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var metrics = await service.Anyone.LookAsync("/metrics");
        Assert.Equal("text/plain", metrics.Content.Headers.ContentType?.MediaType);
        var text = await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("http_server_request_duration_seconds", text, StringComparison.Ordinal);
        Assert.Contains("hukou_clock_behind", text, StringComparison.Ordinal);
    }
}
