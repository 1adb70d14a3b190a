using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Local.Tests;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("hukou-").FullName;

    /// <summary>The data folder inside; nothing has created it yet.</summary>
    public string Data => Path.Combine(Root, "data");

    public string CasesFile => Path.Combine(Data, "cases.db");

    /// <summary>Changes the data file behind the service's back.</summary>
    public int Tamper(string sql)
    {
        Directory.CreateDirectory(Data);
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads one number from the data file.</summary>
    public long Number(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={CasesFile};Pooling=false;Default Timeout=10");
        connection.Open();
        return connection;
    }
}
