using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace HukouWorkflow.Bench.Maturing;

/// <summary>The seeded cases of a folder that is being served, read from outside. They are the first of the file.</summary>
internal sealed class MaturedCases(SqliteConnection connection, int cases) : IDisposable
{
    /// <summary>Opens the file of a folder.</summary>
    public static MaturedCases Open(SeededFolder folder) => new(DataFolder.ConnectBeside(folder.Data), folder.Plan.Cases);

    /// <summary>Whether every one of them is settled.</summary>
    public bool AreSettled() => Numbers($"SELECT count(*) FROM cases WHERE no <= {cases} AND status = {StatusNumber.Of(Core.Cases.CaseStatus.Settled)}").Single() == cases;

    /// <summary>The latest instant written, by the service's clock.</summary>
    public Instant LatestInstant() => Column.Instant(Numbers("SELECT value FROM meta WHERE key = 'latest'").Single());

    /// <summary>When the last of them was settled.</summary>
    public Instant LastSettled() => Column.Instant(Numbers($"SELECT max(since) FROM cases WHERE no <= {cases}").Single());

    /// <summary>When each was found mature, earliest first.</summary>
    public IReadOnlyList<Instant> MaturedAt() =>
    [
        .. Numbers($"SELECT at FROM journal WHERE entry < {Schema.Key(cases + 1, 0)} AND instr(payload, CAST('\"caseMatured\"' AS BLOB)) > 0 ORDER BY at").Select(Column.Instant),
    ];

    public void Dispose() => connection.Dispose();

    private List<long> Numbers(FormattableString sql) => Numbers(FormattableString.Invariant(sql));

    private List<long> Numbers(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var numbers = new List<long>();
        while (rows.Read())
        {
            numbers.Add(rows.GetInt64(0));
        }

        return numbers;
    }
}
