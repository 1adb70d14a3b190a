using System.Globalization;
using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests.Protocol;

public sealed class QueryTests(AzuriteFixture fixture) : TableTest(fixture)
{
    [Fact]
    public async Task Given_more_rows_than_a_page_holds_When_they_are_queried_Then_all_come_once_and_in_order()
    {
        const int rows = 1205;
        foreach (var chunk in Enumerable.Range(0, rows).Chunk(100))
        {
            await Table.SubmitTransactionAsync(chunk.Select(n => new TableTransactionAction(TableTransactionActionType.Add, Row(Key(n), n))), Ct);
        }

        await Table.AddEntityAsync(Row(Key(1), partitionKey: "other"), Ct);

        var all = await QueryAsync("PartitionKey eq 'p'");

        Assert.Equal(Enumerable.Range(0, rows).Select(Key), all.Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, rows), all.Select(row => row.GetInt32("x") ?? -1));
    }

    [Fact]
    public async Task Given_a_page_size_When_rows_are_queried_Then_a_continuation_goes_on_where_the_page_ended()
    {
        for (var n = 0; n < 5; n++)
        {
            await Table.AddEntityAsync(Row($"{Key(n)} +é'"), Ct);
        }

        var pages = new List<(int Rows, string? Continuation)>();
        await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 2, cancellationToken: Ct).AsPages())
        {
            pages.Add((page.Values.Count, page.ContinuationToken));
        }

        Assert.Equal([2, 2, 1], pages.Select(page => page.Rows));
        Assert.True(string.IsNullOrEmpty(pages[^1].Continuation));
        await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 2, cancellationToken: Ct).AsPages(pages[0].Continuation, 3))
        {
            Assert.Equal([2, 3, 4], page.Values.Select(row => int.Parse(row.RowKey[..6], CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task Given_values_of_each_type_When_a_filter_names_them_Then_it_finds_the_row_that_has_them()
    {
        var instant = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(8));
        var guid = Guid.Parse("019a0000-0000-7000-8000-000000000001");
        await Table.AddEntityAsync(
            new TableEntity("p", "r") { ["s"] = "o'b", ["i"] = 1, ["l"] = long.MaxValue, ["d"] = 1.5, ["b"] = true, ["t"] = instant, ["g"] = guid }, Ct);
        await Table.AddEntityAsync(new TableEntity("p", "q") { ["s"] = "o", ["i"] = 2, ["l"] = 2L, ["d"] = 2.5, ["b"] = false }, Ct);

        foreach (var filter in (string[])[
            "s eq 'o''b'", "i eq 1", "l eq 9223372036854775807L", "d lt 2.25", "b eq true", "t ge datetime'2026-11-21T00:00:00Z'",
            "g eq guid'019a0000-0000-7000-8000-000000000001'", "PartitionKey eq 'p' and RowKey gt 'q' and (i eq 1 or i eq 2)"])
        {
            Assert.Equal("r", Assert.Single(await QueryAsync(filter)).RowKey);
        }
    }

    [Fact]
    public async Task Given_a_selection_When_rows_are_queried_Then_only_those_properties_come()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 1, ["other"] = "o" }, Ct);

        await foreach (var row in Table.QueryAsync<TableEntity>(select: ["RowKey", "x"], cancellationToken: Ct))
        {
            Assert.Equal(("r", 1, false), (row.RowKey, row.GetInt32("x"), row.ContainsKey("other")));
        }

        Assert.Single(await QueryAsync());
    }

    private static string Key(int n) => n.ToString("D6", CultureInfo.InvariantCulture);
}
