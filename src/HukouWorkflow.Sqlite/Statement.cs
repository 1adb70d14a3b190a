using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// A statement prepared once and run for as long as its connection lives. It binds by position straight to SQLite: a
/// <see cref="SqliteCommand"/> looks its parameters up by name and boxes every value each time it runs, which the one
/// writer cannot afford.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Binds the next parameter.</summary>
    public Statement With(long value) => Bound(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    /// <inheritdoc cref="With(long)"/>
    public Statement With(long? value) => value is { } given ? With(given) : WithNull();

    /// <inheritdoc cref="With(long)"/>
    public Statement With(ReadOnlySpan<byte> bytes) => Bound(raw.sqlite3_bind_blob(_statement, ++_bound, bytes));

    /// <inheritdoc cref="With(long)"/>
    public Statement WithNull() => Bound(raw.sqlite3_bind_null(_statement, ++_bound));

    /// <summary>Runs the statement for what it changes.</summary>
    public void Execute()
    {
        using var rows = Query();
        while (rows.Next())
        {
        }
    }

    /// <summary>Runs the statement for its rows. Until they are disposed the connection keeps its snapshot.</summary>
    public Rows Query() => new(this);

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    private void Reset()
    {
        // What went wrong was reported by the step; resetting only repeats it.
        _ = raw.sqlite3_reset(_statement);
        _bound = 0;
    }

    private Statement Bound(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            _bound = 0;
            Check(code);
        }

        return this;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);

    /// <summary>The rows of one run, one at a time; spans are valid until the next.</summary>
    internal readonly ref struct Rows(Statement statement)
    {
        public bool Next() => statement.Step();

        public bool IsNull(int column) => raw.sqlite3_column_type(statement._statement, column) == raw.SQLITE_NULL;

        public long Long(int column) => raw.sqlite3_column_int64(statement._statement, column);

        public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

        public int Int(int column) => checked((int)Long(column));

        public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement._statement, column);

        public void Dispose() => statement.Reset();
    }
}
