using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Writes a case's row anew. SQLite rewrites an index for every column of it that an UPDATE names, changed or not, and among
/// millions of cases each index is a page of its own to write: so a column is named only where its value changes.
/// </summary>
internal sealed class CaseUpdate : IDisposable
{
    private const string Listed = ", status = ?, since = ?, district = ?, due = ?";
    private const string Woken = ", next_wake = ?";

    private readonly Statement _plain;
    private readonly Statement _listed;
    private readonly Statement _woken;
    private readonly Statement _both;

    public CaseUpdate(SqliteConnection connection)
    {
        _plain = Prepare(connection, "");
        _listed = Prepare(connection, Listed);
        _woken = Prepare(connection, Woken);
        _both = Prepare(connection, Listed + Woken);
    }

    /// <summary>Writes it.</summary>
    /// <param name="no">The case's number.</param>
    /// <param name="before">What the row says of lists and wakes.</param>
    /// <param name="now">What it is to say.</param>
    /// <param name="version">The case's version.</param>
    /// <param name="person">Whose reservation it holds, or null.</param>
    /// <param name="head">The hash of the last entry.</param>
    public void Write(long no, CasePlace before, CasePlace now, int version, byte[]? person, ReadOnlySpan<byte> head)
    {
        var (isListedAnew, isWokenAnew) = (before with { NextWake = null } != now with { NextWake = null }, before.NextWake != now.NextWake);
        var statement = (isListedAnew, isWokenAnew) switch
        {
            (false, false) => _plain,
            (true, false) => _listed,
            (false, true) => _woken,
            _ => _both,
        };
        statement.With(version).With(head);
        statement = person is null ? statement.WithNull() : statement.With(person);
        if (isListedAnew)
        {
            statement.With(now.Status).With(now.Since).With(now.District).With(now.Due);
        }

        if (isWokenAnew)
        {
            statement.With(now.NextWake);
        }

        statement.With(no).Execute();
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_plain, _listed, _woken, _both])
        {
            statement.Dispose();
        }
    }

    private static Statement Prepare(SqliteConnection connection, string moved) =>
        new(connection, $"UPDATE cases SET version = ?, head = ?, person = ?{moved} WHERE no = ?");
}
