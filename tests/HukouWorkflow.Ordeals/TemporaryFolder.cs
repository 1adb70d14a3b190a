using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Ordeals;

/// <summary>A folder of a test's or a measurement's own, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder itself.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("hukou-").FullName;

    /// <summary>The data folder inside; nothing has created it yet.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The data file.</summary>
    public string CasesFile => Path.Combine(Data, "cases.db");

    /// <summary>Takes over a copy of another data folder, whose process has ended. The index of its log is left behind, as a power cut leaves it.</summary>
    public void Take(string data)
    {
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var target = Path.Combine(Data, Path.GetRelativePath(data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Changes the data file behind the service's back.</summary>
    /// <returns>The rows changed.</returns>
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

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={CasesFile};Pooling=false;Default Timeout=10");
        connection.Open();
        return connection;
    }
}
