using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests.Protocol;

public sealed class EntityTests(AzuriteFixture fixture) : TableTest(fixture)
{
    /// <summary>No version of any row.</summary>
    private static readonly ETag Stale = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    // Beside these the service allows no / \ # ? and no control character in a key.
    public static TheoryData<string> UnusualKeys =>
        ["", " ", "o'brien", "''", "王秀英", "a+b c", "50%", "%27", "a&b=c", "$top", "x,y;z", "(1)", "a:b|c~d", "..", "\"q\"", "<&>", "😀", "@ü"];

    [Fact]
    public async Task Given_a_row_of_every_type_When_it_is_read_Then_each_value_has_its_type()
    {
        var instant = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero).AddTicks(1);
        var row = new TableEntity("p", "r")
        {
            ["string"] = "王 'é\" \r\n\t",
            ["empty"] = "",
            ["digits"] = "123",
            ["date"] = "2026-11-21T08:00:00Z",
            ["int"] = int.MinValue,
            ["long"] = long.MaxValue,
            ["small"] = 1L,
            ["double"] = 0.1,
            ["whole"] = 2.0,
            ["true"] = true,
            ["false"] = false,
            ["guid"] = Guid.Parse("019a0000-0000-7000-8000-000000000001"),
            ["bytes"] = new byte[] { 0, 1, 255 },
            ["data"] = BinaryData.FromBytes(new byte[] { 7 }),
            ["offset"] = instant.ToOffset(TimeSpan.FromHours(8)),
            ["datetime"] = instant.UtcDateTime,
            ["null"] = null,
        };

        await Table.AddEntityAsync(row, Ct);

        var read = await ReadAsync("r");
        Assert.NotNull(read);
        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.Equal(row.GetString("string"), read.GetString("string"));
        Assert.Equal(("", "123", "2026-11-21T08:00:00Z"), (read.GetString("empty"), read.GetString("digits"), read.GetString("date")));
        Assert.Equal((int.MinValue, long.MaxValue, 1L), (read.GetInt32("int"), read.GetInt64("long"), read.GetInt64("small")));
        Assert.Equal((0.1, 2.0), (read.GetDouble("double"), read.GetDouble("whole")));
        Assert.Equal((true, false), (read.GetBoolean("true"), read.GetBoolean("false")));
        Assert.Equal(row.GetGuid("guid"), read.GetGuid("guid"));
        Assert.Equal([0, 1, 255], read.GetBinary("bytes"));
        Assert.Equal([7], read.GetBinary("data"));
        Assert.Equal((instant, instant), (read.GetDateTimeOffset("offset"), read.GetDateTimeOffset("datetime")));
        Assert.False(read.ContainsKey("null"));
        Assert.Null(read.GetString("absent"));
        Assert.Null(read.GetInt64("absent"));
        Assert.Throws<InvalidOperationException>(() => read.GetInt64("int"));
        Assert.Throws<InvalidOperationException>(() => read.GetString("int"));
    }

    [Fact]
    public async Task Given_a_value_of_no_type_of_the_service_When_it_is_added_Then_it_is_refused()
    {
        await Assert.ThrowsAnyAsync<NotSupportedException>(
            () => Table.AddEntityAsync(new TableEntity("p", "r") { ["day"] = DayOfWeek.Friday }, Ct));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Table.AddEntityAsync(new TableEntity("p", null), Ct));
    }

    [Theory]
    [MemberData(nameof(UnusualKeys))]
    public async Task Given_an_unusual_key_When_a_row_has_it_Then_every_call_finds_that_row_and_no_other(string key)
    {
        var (partition, rowKey) = ($"p{key}", $"r{key}");
        await Table.AddEntityAsync(Row("r", 0, "p"), Ct);
        await Table.UpsertEntityAsync(Row(rowKey, 1, partition), TableUpdateMode.Replace, Ct);
        await Table.UpdateEntityAsync(Row(rowKey, 2, partition), ETag.All, cancellationToken: Ct);
        Assert.Equal(2, (await ReadAsync(rowKey, partition))?.GetInt32("x"));

        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row(rowKey, 3, partition), ETag.All)], Ct);
        var filter = $"PartitionKey eq '{Quoted(partition)}' and RowKey eq '{Quoted(rowKey)}'";
        var found = Assert.Single(await QueryAsync(filter));
        Assert.Equal((partition, rowKey, 3), (found.PartitionKey, found.RowKey, found.GetInt32("x")));

        await Table.DeleteEntityAsync(partition, rowKey, found.ETag, Ct);
        Assert.Null(await ReadAsync(rowKey, partition));
        Assert.Equal(key.Length == 0 ? 0 : 1, (await QueryAsync()).Count);
    }

    [Fact]
    public async Task Given_a_row_When_it_is_added_again_Then_it_is_a_conflict_and_stays_as_it_was()
    {
        await Table.AddEntityAsync(Row("r", 1), Ct);

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(Row("r", 2), Ct));

        Assert.Equal((409, "EntityAlreadyExists"), (error.Status, error.ErrorCode));
        Assert.Equal(1, (await ReadAsync("r"))?.GetInt32("x"));
    }

    [Fact]
    public async Task Given_a_stale_version_When_the_row_is_updated_or_removed_Then_the_condition_fails_and_the_row_stays()
    {
        await Table.AddEntityAsync(Row("r", 1), Ct);

        foreach (var change in new Func<Task>[]
        {
            () => Table.UpdateEntityAsync(Row("r", 2), Stale, cancellationToken: Ct),
            () => Table.UpdateEntityAsync(Row("r", 2), Stale, TableUpdateMode.Replace, Ct),
            () => Table.DeleteEntityAsync("p", "r", Stale, Ct),
        })
        {
            var error = await Assert.ThrowsAsync<RequestFailedException>(change);
            Assert.Equal((412, "UpdateConditionNotSatisfied"), (error.Status, error.ErrorCode));
        }

        Assert.Equal(1, (await ReadAsync("r"))?.GetInt32("x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Row("r", 2), default, cancellationToken: Ct));
    }

    [Fact]
    public async Task Given_the_version_that_a_write_answered_When_the_row_is_updated_with_it_Then_it_holds_once()
    {
        var added = (await Table.AddEntityAsync(Row("r", 1), Ct)).Headers.ETag;
        Assert.Equal(added, (await ReadAsync("r"))?.ETag);

        var updated = await Table.UpdateEntityAsync(Row("r", 2), added!.Value, cancellationToken: Ct);

        Assert.Equal(updated.Headers.ETag, (await ReadAsync("r"))?.ETag);
        await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(Row("r", 3), added.Value, cancellationToken: Ct));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Given_a_row_When_it_is_updated_Then_the_mode_says_whether_other_properties_stay(TableUpdateMode mode, bool stays)
    {
        foreach (var key in (string[])["upsert", "update"])
        {
            await Table.AddEntityAsync(new TableEntity("p", key) { ["x"] = 1, ["other"] = "o" }, Ct);
        }

        await Table.UpsertEntityAsync(Row("upsert", 2), mode, Ct);
        await Table.UpdateEntityAsync(Row("update", 2), ETag.All, mode, Ct);

        Assert.All(await QueryAsync(), row => Assert.Equal((2, stays), (row.GetInt32("x"), row.ContainsKey("other"))));
    }

    [Fact]
    public async Task Given_a_row_that_was_read_When_it_is_written_back_Then_it_is_the_same_row()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 1L, ["s"] = "s" }, Ct);
        var read = await ReadAsync("r");

        await Table.UpdateEntityAsync(read!, read!.ETag, TableUpdateMode.Replace, Ct);

        var again = await ReadAsync("r");
        Assert.Equal((1L, "s"), (again!.GetInt64("x"), again.GetString("s")));
        Assert.Equal(read.Keys.Order(StringComparer.Ordinal), again.Keys.Order(StringComparer.Ordinal));
        Assert.True(again.Timestamp > read.Timestamp);
    }

    [Fact]
    public async Task Given_no_row_or_no_table_When_it_is_read_Then_there_is_no_value_or_a_404()
    {
        var nothing = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.Equal((false, 404), (nothing.HasValue, nothing.GetRawResponse().Status));
        Assert.Throws<InvalidOperationException>(() => nothing.Value);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r", cancellationToken: Ct)).Status);

        var noRow = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(Row("r"), ETag.All, cancellationToken: Ct));
        Assert.Equal((404, "ResourceNotFound"), (noRow.Status, noRow.ErrorCode));

        await Table.DeleteAsync(Ct);
        Assert.Equal(404, (await Table.DeleteAsync(Ct)).Status);
        Assert.Null(await ReadAsync("r"));
        var noTable = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(Row("r"), Ct));
        Assert.Equal((404, "TableNotFound"), (noTable.Status, noTable.ErrorCode));
        await Assert.ThrowsAsync<RequestFailedException>(() => QueryAsync());
    }

    [Fact]
    public async Task Given_a_table_When_it_is_created_again_Then_its_rows_stay()
    {
        await Table.AddEntityAsync(Row("r", 1), Ct);

        var created = await Service.CreateTableIfNotExistsAsync(Table.Name, Ct);

        Assert.Equal(Table.Name, created.Value.Name);
        Assert.NotNull(await ReadAsync("r"));
    }

    [Fact]
    public async Task Given_a_selection_When_a_row_is_read_Then_only_those_properties_come()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 1, ["other"] = "o" }, Ct);

        var row = (await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", ["x"], Ct)).Value!;

        Assert.Equal((1, false), (row.GetInt32("x"), row.ContainsKey("other")));
        Assert.NotEqual(default, row.ETag);
    }

    private static string Quoted(string key) => key.Replace("'", "''", StringComparison.Ordinal);
}
