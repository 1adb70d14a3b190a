using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests.Protocol;

public sealed class TransactionTests(AzuriteFixture fixture) : TableTest(fixture)
{
    [Fact]
    public async Task Given_every_kind_of_action_When_they_are_submitted_Then_each_is_done_and_answers_its_version()
    {
        foreach (var key in (string[])["merged", "replaced", "deleted", "upserted"])
        {
            await Table.AddEntityAsync(new TableEntity("p", key) { ["x"] = 1, ["other"] = "o" }, Ct);
        }

        var version = (await ReadAsync("merged"))!.ETag;
        var answers = (await Table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "added") { ["x"] = 2, ["text"] = "王\r\n--changeset 'é\"" }),
                new(TableTransactionActionType.UpdateMerge, Row("merged", 2), version),
                new(TableTransactionActionType.UpdateReplace, Row("replaced", 2), ETag.All),
                new(TableTransactionActionType.Delete, Row("deleted")),
                new(TableTransactionActionType.UpsertMerge, Row("upserted", 2)),
                new(TableTransactionActionType.UpsertReplace, Row("inserted", 2)),
            ],
            Ct)).Value;

        var rows = (await QueryAsync()).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        Assert.Equal(["added", "inserted", "merged", "replaced", "upserted"], rows.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(rows.Values, row => Assert.Equal(2, row.GetInt32("x")));
        Assert.Equal(["merged", "upserted"], rows.Values.Where(row => row.ContainsKey("other")).Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.Equal("王\r\n--changeset 'é\"", rows["added"].GetString("text"));
        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(
            [rows["added"].ETag, rows["merged"].ETag, rows["replaced"].ETag, null, rows["upserted"].ETag, rows["inserted"].ETag],
            answers.Select(answer => answer.Headers.ETag));
    }

    [Theory]
    [InlineData(TableTransactionActionType.Add, 409, "EntityAlreadyExists")]
    [InlineData(TableTransactionActionType.UpdateReplace, 412, "UpdateConditionNotSatisfied")]
    [InlineData(TableTransactionActionType.Delete, 412, "UpdateConditionNotSatisfied")]
    public async Task Given_an_action_that_fails_When_it_is_submitted_Then_the_failure_names_it_and_nothing_is_written(
        TableTransactionActionType type, int status, string code)
    {
        await Table.AddEntityAsync(Row("r", 1), Ct);
        var stale = new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

        var error = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Row("a")),
                new(TableTransactionActionType.Add, Row("b")),
                new(type, Row("r", 2), stale),
                new(TableTransactionActionType.UpsertReplace, Row("c")),
            ],
            Ct));

        Assert.Equal((status, code, 2), (error.Status, error.ErrorCode, error.FailedTransactionActionIndex));
        Assert.Equal(1, Assert.Single(await QueryAsync()).GetInt32("x"));
    }

    [Fact]
    public async Task Given_a_row_or_table_that_is_not_there_When_a_transaction_needs_it_Then_it_fails_with_404()
    {
        var noRow = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row("r"), ETag.All)], Ct));
        Assert.Equal((404, "ResourceNotFound", 0), (noRow.Status, noRow.ErrorCode, noRow.FailedTransactionActionIndex));

        await Table.DeleteAsync(Ct);
        var noTable = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Row("r"))], Ct));
        Assert.Equal((404, "TableNotFound"), (noTable.Status, noTable.ErrorCode));
    }

    [Fact]
    public async Task Given_a_hundred_actions_When_they_are_submitted_Then_all_are_written_and_one_more_is_refused()
    {
        var actions = Enumerable.Range(0, 101).Select(n => new TableTransactionAction(TableTransactionActionType.Add, Row($"{n}", n))).ToList();

        // The emulator's answer to too many is not well formed, so what is thrown differs; that nothing is written does not.
        await Assert.ThrowsAnyAsync<Exception>(() => Table.SubmitTransactionAsync(actions, Ct));
        Assert.Empty(await QueryAsync());

        Assert.Equal(100, (await Table.SubmitTransactionAsync(actions.Take(100), Ct)).Value.Count);
        Assert.Equal(100, (await QueryAsync()).Count);
    }

    [Fact]
    public async Task Given_no_action_When_it_is_submitted_Then_it_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([], Ct));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Table.SubmitTransactionAsync(null, Ct));
    }
}
