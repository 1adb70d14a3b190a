using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Moves a wake, or a wake and a due day, of a case that lies in the file as it was read. It looks nothing up: the number leads
/// to the row, and what is compared is in the row.
/// </summary>
internal sealed class WakeUpdate : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _wake;
    private readonly Statement _both;

    public WakeUpdate(SqliteConnection connection)
    {
        _connection = connection;
        _wake = Prepare(connection, "next_wake = ?");
        // Apart, as the due day is in an index that an UPDATE would rewrite for naming it.
        _both = Prepare(connection, "due = ?, next_wake = ?");
    }

    /// <summary>Moves it; false where the case has changed since it was read.</summary>
    public bool TryWrite(WakeMove move)
    {
        var (read, state) = (move.Case, move.Case.State!);
        var statement = move.Due == read.Due ? _wake : _both.With(Column.Of(move.Due));
        statement.With(Wake(move.NextWake)).With(read.No).With(state.Version).With(Wake(read.NextWake)).Execute();
        return raw.sqlite3_changes(_connection.Handle) == 1;
    }

    public void Dispose()
    {
        _wake.Dispose();
        _both.Dispose();
    }

    private static long? Wake(NodaTime.Instant? wake) => wake is { } at ? Column.OfWake(at) : null;

    // By the wake too: somebody who looked and found nothing to write down has moved it, and left the version.
    private static Statement Prepare(SqliteConnection connection, string moved) =>
        new(connection, $"UPDATE cases SET {moved} WHERE no = ? AND version = ? AND next_wake IS ?");
}
