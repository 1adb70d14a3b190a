using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>Writes cases whole, and makes anew what follows from their journals. Each call is one transaction.</summary>
internal sealed class StoredCaseWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly AnswerPeriods _periods;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _find;
    private readonly Statement _reserved;
    private readonly Statement _insert;
    private readonly Statement _journal;
    private readonly Statement _personal;
    private readonly Statement _answer;
    private readonly Statement _reserve;
    private readonly Statement _release;
    private readonly Statement _update;
    private readonly Statement _stray;
    private readonly Statement _counted;
    private readonly Statement _clearCounts;
    private readonly Statement _countAll;
    private readonly Statement _latest;

    public StoredCaseWriter(SqliteConnection connection, AnswerPeriods periods)
    {
        _connection = connection;
        _periods = periods;
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _find = new Statement(connection, "SELECT no, version, head, person FROM cases WHERE id = ?");
        _reserved = new Statement(connection, "SELECT case_no FROM people WHERE person = ?");
        _insert = new Statement(
            connection,
            "INSERT INTO cases (id, version, status, since, district, next_wake, due, person, applicant, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING no");
        _journal = new Statement(connection, "INSERT INTO journal (entry, at, payload, hash) VALUES (?, ?, ?, ?)");
        _personal = new Statement(connection, "INSERT INTO personal (item, bytes) VALUES (?, ?)");
        _answer = new Statement(connection, "INSERT OR IGNORE INTO answers (period, key, body, case_id, version) VALUES (?, ?, ?, ?, ?)");
        _reserve = new Statement(connection, "INSERT OR IGNORE INTO people (person, case_no) VALUES (?, ?)");
        _release = new Statement(connection, "DELETE FROM people WHERE case_no = ? RETURNING 1");
        _update = new Statement(
            connection,
            """
            UPDATE cases SET status = ?1, since = ?2, district = ?3, next_wake = ?4, due = ?5, person = ?6
            WHERE no = ?7 AND (status, since, district, ifnull(next_wake, -1), due, ifnull(person, x'')) IS NOT (?1, ?2, ?3, ifnull(?4, -1), ?5, ifnull(?6, x''))
            RETURNING 1
            """);
        _stray = new Statement(connection, "DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM cases WHERE no = case_no AND cases.person = people.person) RETURNING 1");
        _counted = new Statement(connection, "INSERT INTO counts (district, status, cases) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET cases = cases + 1");
        _clearCounts = new Statement(connection, "DELETE FROM counts");
        _countAll = new Statement(connection, "INSERT INTO counts (district, status, cases) SELECT district, status, count(*) FROM cases GROUP BY district, status");
        _latest = new Statement(
            connection,
            "INSERT INTO meta (key, value) VALUES ('latest', ?) ON CONFLICT DO UPDATE SET value = excluded.value WHERE excluded.value > value");
    }

    public ImportResult Import(StoredCase imported, Effects effects) => InTransaction(() =>
    {
        if (Find(imported.Id) is { } present)
        {
            return present.Version == imported.Version && present.Head.AsSpan().SequenceEqual(imported.Head.Span) ? ImportResult.Present : ImportResult.Conflicts;
        }

        if (imported.Person is { } person && Holder(person) is not null)
        {
            return ImportResult.Conflicts;
        }

        Write(imported, effects);
        return ImportResult.Imported;
    });

    public bool Reindex(CaseState state, Effects effects) => InTransaction(() =>
    {
        if (Find(state.Id) is not { } present || present.Version != state.Version)
        {
            return false;
        }

        var person = state.IsClosed ? null : present.Person;
        var mended = person is null ? Returns(_release.With(present.No)) : Holder(PersonKey.FromBytes(person)) is null;
        if (person is not null)
        {
            _reserve.With(person).With(present.No).Execute();
        }

        var update = Derived(_update, state, effects);
        return Returns((person is null ? update.WithNull() : update.With(person)).With(present.No)) || mended;
    });

    public long RemoveStray() => InTransaction(() =>
    {
        _clearCounts.Execute();
        _countAll.Execute();
        var removed = 0L;
        using var rows = _stray.Query();
        while (rows.Next())
        {
            removed++;
        }

        return removed;
    });

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)
            [_begin, _commit, _find, _reserved, _insert, _journal, _personal, _answer, _reserve, _release, _update, _stray, _counted, _clearCounts, _countAll, _latest])
        {
            statement.Dispose();
        }
    }

    private static Statement Derived(Statement statement, CaseState state, Effects effects) => statement
        .With(StatusNumber.Of(state.Status)).With(Column.Of(state.Since)).With(state.ResponsibleDistrict().Value)
        .With(effects.NextWake is { } wake ? Column.OfWake(wake) : null).With(Column.Of(effects.Due));

    private static bool Returns(Statement statement)
    {
        using var rows = statement.Query();
        var any = rows.Next();
        while (rows.Next())
        {
        }

        return any;
    }

    private void Write(StoredCase imported, Effects effects)
    {
        var state = imported.Fold(out var broken);
        if (broken is { } link)
        {
            throw new CorruptJournalException(imported.Id, link.Version, link.Fault);
        }

        var no = Insert(imported, state, effects);
        foreach (var entry in imported.Journal)
        {
            _journal.With(Schema.Key(no, entry.Version)).With(Column.Of(entry.At)).With(entry.Payload.Span).With(entry.Hash.Span).Execute();
        }

        foreach (var item in imported.Personal)
        {
            _personal.With(Schema.Key(no, item.No)).With(item.Bytes.Span).Execute();
        }

        foreach (var answer in imported.Answers)
        {
            _answer.With(_periods.Current).With(answer.Key.Span).With(answer.Body.Span).With(Column.Of(answer.Case)).With(answer.Version).Execute();
        }

        if (imported.Person is { } person)
        {
            _reserve.With(person.ToBytes()).With(no).Execute();
        }

        _latest.With(Column.Of(state.LastAt)).Execute();
        _counted.With(state.ResponsibleDistrict().Value).With(StatusNumber.Of(state.Status)).Execute();
    }

    private long Insert(StoredCase imported, CaseState state, Effects effects)
    {
        var insert = Derived(_insert.With(Column.Of(imported.Id)).With(imported.Version), state, effects);
        insert = imported.Person is { } person ? insert.With(person.ToBytes()) : insert.WithNull();
        using var rows = insert.With(state.Application!.Applicant.ToBytes()).With(imported.Head.Span).Query();
        rows.Next();
        return rows.Long(0);
    }

    private PresentCase? Find(CaseId id)
    {
        using var rows = _find.With(Column.Of(id)).Query();
        return rows.Next() ? new PresentCase(rows.Long(0), rows.Int(1), rows.Bytes(2).ToArray(), rows.IsNull(3) ? null : rows.Bytes(3).ToArray()) : null;
    }

    private long? Holder(PersonKey person)
    {
        using var rows = _reserved.With(person.ToBytes()).Query();
        return rows.Next() ? rows.Long(0) : null;
    }

    private T InTransaction<T>(Func<T> work)
    {
        _begin.Execute();
        try
        {
            var result = work();
            _commit.Execute();
            return result;
        }
        finally
        {
            // A failed commit may have rolled back by itself.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _ = raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
            }
        }
    }

    private sealed record PresentCase(long No, int Version, byte[] Head, byte[]? Person);
}
