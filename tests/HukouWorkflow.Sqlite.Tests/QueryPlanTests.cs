using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class QueryPlanTests
{
    [Theory]
    [InlineData(CaseListReader.RunSql, "USING COVERING INDEX cases_by_due")]
    [InlineData(ReadSession.DueSql, "USING INDEX cases_by_wake")]
    public async Task Given_the_queries_of_large_tables_When_they_are_planned_Then_an_index_answers_in_order(string sql, string expected)
    {
        using var folder = new TemporaryFolder();
        await folder.FillAsync();
        await using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var statement = new Statement(connection, "EXPLAIN QUERY PLAN " + sql);

        var plan = new List<string>();
        Read(statement, plan);

        Assert.Contains(expected, Assert.Single(plan), StringComparison.Ordinal);
    }

    private static void Read(Statement statement, List<string> plan)
    {
        using var rows = statement.Query();
        while (rows.Next())
        {
            plan.Add(System.Text.Encoding.UTF8.GetString(rows.Bytes(3)));
        }
    }
}
