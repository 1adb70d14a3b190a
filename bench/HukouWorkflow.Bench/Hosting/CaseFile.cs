using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>The data file of a service, read from outside while it runs or after.</summary>
internal sealed class CaseFile : IDisposable
{
    private readonly SqliteConnection _connection;

    private CaseFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file of a data folder.</summary>
    public static CaseFile Open(string dataFolder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DataFolder.FileIn(dataFolder), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return new CaseFile(connection);
    }

    /// <summary>Bytes on disk: the file, and what is still beside it.</summary>
    public static long Bytes(string dataFolder) => new DirectoryInfo(dataFolder).EnumerateFiles(Path.GetFileName(DataFolder.FileIn(dataFolder)) + "*").Sum(file => file.Length);

    /// <summary>How many cases are settled, from the totals that the store keeps.</summary>
    public long CountSettled() => Number($"SELECT coalesce(sum(cases), 0) FROM counts WHERE status = {StatusNumber.Of(CaseStatus.Settled)}");

    /// <summary>How many cases there are, counted one by one.</summary>
    public long CountCases() => Number("SELECT count(*) FROM cases");

    /// <summary>How many journal entries there are.</summary>
    public long CountEntries() => Number("SELECT count(*) FROM journal");

    /// <summary>Every case's id.</summary>
    public HashSet<CaseId> ReadIds()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT id FROM cases";
        using var rows = command.ExecuteReader();
        var ids = new HashSet<CaseId>();
        while (rows.Read())
        {
            ids.Add(new CaseId(new Guid((byte[])rows.GetValue(0), bigEndian: true)));
        }

        return ids;
    }

    public void Dispose() => _connection.Dispose();

    private long Number(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
