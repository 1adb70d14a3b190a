using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Sqlite.Tests;

/// <summary>A data folder of a test's own, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hukou-").FullName;

    public string File => System.IO.Path.Combine(Path, "cases.db");

    public SqliteCaseStore Open(TimeProvider? realTime = null) =>
        SqliteCaseStore.Open(Path, realTime ?? TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);

    /// <summary>Writes appends, and closes the store.</summary>
    public async Task FillAsync(params CaseAppend[] appends)
    {
        await using var store = Open();
        foreach (var append in appends)
        {
            Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Changes the file behind the store's back.</summary>
    public int Tamper(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
