using System.Text;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Ordeals;

/// <summary>The data file, read from outside, also while the service runs.</summary>
public static class CasesFile
{
    // The numbers in the file, which never change.
    private static readonly string[] Statuses = ["", "received", "accruing", "suspended", "checking", "forReview", "granting", "settled", "refused", "withdrawn", "revoked"];

    /// <summary>Every case with its journal.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public static IReadOnlyList<StoredCase> Read(string file)
    {
        using var connection = Open(file);
        using var snapshot = connection.BeginTransaction(deferred: true);
        var journals = ReadJournals(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT no, id, status, next_wake FROM cases ORDER BY no";
        using var rows = command.ExecuteReader();
        var cases = new List<StoredCase>();
        while (rows.Read())
        {
            cases.Add(new StoredCase(
                new Guid(rows.GetFieldValue<byte[]>(1), bigEndian: true).ToString("D"),
                Statuses[rows.GetInt32(2)],
                rows.IsDBNull(3) ? null : rows.GetInt64(3),
                journals.GetValueOrDefault(rows.GetInt64(0)) ?? []));
        }

        return cases;
    }

    /// <summary>The earliest wake, in Unix milliseconds of the service's time, or null where nothing is to be stepped any more.</summary>
    public static long? NextWake(string file)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT min(next_wake) FROM cases";
        return command.ExecuteScalar() as long?;
    }

    private static Dictionary<long, List<StoredEntry>> ReadJournals(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT entry >> 24, entry & 16777215, at, payload, hash FROM journal ORDER BY entry";
        using var rows = command.ExecuteReader();
        var journals = new Dictionary<long, List<StoredEntry>>();
        while (rows.Read())
        {
            var number = rows.GetInt64(0);
            (journals.TryGetValue(number, out var journal) ? journal : journals[number] = []).Add(new StoredEntry(
                rows.GetInt32(1),
                rows.GetInt64(2),
                Encoding.UTF8.GetString(rows.GetFieldValue<byte[]>(3)),
                Convert.ToHexStringLower(rows.GetFieldValue<byte[]>(4))));
        }

        return journals;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false;Default Timeout=10");
        connection.Open();
        return connection;
    }
}
