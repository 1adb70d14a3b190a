using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>The staff's list of cases, and the public totals of the same cases.</summary>
public sealed class CaseListTests(CaseListTests.FullService full) : IClassFixture<CaseListTests.FullService>
{
    private readonly RunningService _service = full.Service;

    private HttpClient Officer => _service.As(Role.Caseworker, "officer", 500105, 500106, 500107);

    [Fact]
    public async Task Given_many_cases_When_paging_Then_each_comes_once_and_the_most_urgent_first()
    {
        var all = await PagesAsync("", 11);
        Assert.Equal([11, 11, 4], all.Select(page => page.Count));
        var items = all.SelectMany(page => page).ToList();
        Assert.Equal(26, items.Select(item => item.Text("/id")).Distinct(StringComparer.Ordinal).Count());
        var due = items.ConvertAll(item => item["due"]?.GetValue<string>() ?? "never");
        Assert.True(due.SequenceEqual(due.Order(StringComparer.Ordinal), StringComparer.Ordinal), string.Join(' ', due));
        Assert.True(due.Distinct(StringComparer.Ordinal).Count() > 5);
        Assert.Equal("id status since district due", string.Join(' ', items[0].AsObject().Select(field => field.Key)));
    }

    [Theory]
    [InlineData("district=500106", 3)]
    [InlineData("district=500106&district=500107", 14)]
    [InlineData("status=withdrawn", 4)]
    [InlineData("status=withdrawn&status=accruing", 26)]
    [InlineData("status=settled", 0)]
    [InlineData("dueBefore=2027-08-01", 13)]
    [InlineData("assignee=officer", 0)]
    public async Task Given_a_filter_When_listing_Then_only_what_passes_is_shown(string filter, int expected)
    {
        Assert.Equal(expected, (await PagesAsync(filter + "&", 2)).Sum(page => page.Count));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("colour=red", "colour")]
    [InlineData("Limit=5", "Limit")]
    [InlineData("status=lost&dueBefore=soon&district=x", "district dueBefore status")]
    [InlineData("dueBefore=2026-02-30", "dueBefore")]
    [InlineData("cursor=made-up", "cursor")]
    [InlineData("cursor=a&cursor=b", "cursor")]
    [InlineData("assignee=a&assignee=b", "assignee")]
    public async Task Given_a_parameter_that_is_not_right_When_listing_Then_it_is_named(string query, string names)
    {
        using var answer = await Officer.LookAsync("/api/cases?" + query);
        Assert.Equal(names, string.Join(' ', await answer.WrongAsync()));
    }

    [Fact]
    public async Task Given_a_cursor_of_another_list_or_filter_or_one_tampered_with_When_listing_Then_it_is_refused()
    {
        var page = await Officer.GetBodyAsync("/api/cases?limit=2");
        var cursor = page.Text("/cursor");
        var id = page.Text("/items/0/id");
        var flipped = cursor[..20] + (cursor[20] == 'A' ? 'B' : 'A') + cursor[21..];
        string[] wrong =
        [
            $"/api/cases?cursor={flipped}",
            $"/api/cases?cursor={cursor[..^4]}",
            $"/api/cases?status=accruing&cursor={cursor}",
            $"/api/cases?district=500106&cursor={cursor}",
            $"/api/cases/{id}/journal?cursor={cursor}",
        ];
        foreach (var address in wrong)
        {
            using var answer = await Officer.LookAsync(address);
            Assert.Equal("cursor", string.Join(' ', await answer.WrongAsync()));
        }

        using var others = await _service.As(Role.Caseworker, "other", 500105).LookAsync($"/api/cases?cursor={cursor}");
        Assert.Equal("cursor", string.Join(' ', await others.WrongAsync()));
        using var journal = await Officer.LookAsync($"/api/cases/{id}/journal?limit=0&colour=red");
        Assert.Equal("colour limit", string.Join(' ', await journal.WrongAsync()));
    }

    [Fact]
    public async Task Given_a_caseworkers_districts_When_listing_Then_no_other_district_is_shown()
    {
        var one = await _service.As(Role.Caseworker, "other", 500106).GetBodyAsync("/api/cases");
        Assert.Equal("500106 500106 500106", one["items"]!.Line("/district"));
        var none = await _service.As(Role.Caseworker, "nowhere").GetBodyAsync("/api/cases");
        Assert.Empty(none["items"]!.AsArray());
        var all = await _service.As(Role.Auditor, "auditor").GetBodyAsync("/api/cases?limit=200");
        Assert.Equal(26, all["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Given_small_groups_When_totals_are_shown_Then_they_and_what_would_give_them_away_are_suppressed()
    {
        var statistics = await _service.Anyone.GetBodyAsync("/api/statistics");

        Assert.Equal(26, statistics["total"]!.GetValue<int>());
        Assert.Equal(
            """[{"status":"accruing","cases":null},{"status":"withdrawn","cases":null}]""",
            statistics["byStatus"]!.ToJsonString());
        Assert.Equal(
            """[{"district":"500105","cases":12},{"district":"500106","cases":null},{"district":"500107","cases":null}]""",
            statistics["byDistrict"]!.ToJsonString());
    }

    private async Task<List<List<JsonNode>>> PagesAsync(string filter, int limit)
    {
        var pages = new List<List<JsonNode>>();
        string? cursor = null;
        do
        {
            var page = await Officer.GetBodyAsync($"/api/cases?{filter}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            pages.Add([.. page["items"]!.AsArray().Select(item => item!)]);
            cursor = page["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        return pages;
    }

    /// <summary>Twelve cases in one district, three in another, eleven in a third; four of them withdrawn, due month by month.</summary>
    public sealed class FullService : IAsyncLifetime
    {
        public RunningService Service { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Service.InitializeAsync();
            for (var i = 0; i < 26; i++)
            {
                var settler = Settler.Born("19880315");
                var form = Forms.Application(settler, $"2026-{(i % 7) + 4:D2}-15").With("/destination/district", i < 12 ? "500105" : i < 15 ? "500106" : "500107");
                var address = await Service.ApplyAsync(settler, form);
                if (i >= 22)
                {
                    using var withdrawn = await Service.As(settler).SendJsonAsync(address + "/withdrawal", new JsonObject());
                    await withdrawn.BodyAsync(System.Net.HttpStatusCode.Accepted);
                }
            }
        }

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
