using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>Writes appends and moves of wakes inside the transaction of their batch. Used by one thread at a time.</summary>
internal sealed class CaseWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly AnswerWriter _answers;
    private readonly BatchTotals _totals;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly CaseUpdate _update;
    private readonly WakeUpdate _wake;
    private readonly Statement _journal;
    private readonly Statement _personalCount;
    private readonly Statement _personal;
    private readonly Statement _reservation;
    private readonly Statement _reserve;
    private readonly Statement _release;

    public CaseWriter(SqliteConnection connection, AnswerPeriods periods)
    {
        _connection = connection;
        _answers = new AnswerWriter(connection, periods);
        _totals = new BatchTotals(connection);
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _find = new Statement(connection, "SELECT no, version, person, head, status, since, district, due, next_wake FROM cases WHERE id = ?");
        _insert = new Statement(connection, "INSERT INTO cases (version, status, since, district, due, next_wake, person, head, id, applicant) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _update = new CaseUpdate(connection);
        _wake = new WakeUpdate(connection);
        _journal = new Statement(connection, "INSERT INTO journal (entry, at, payload, hash) VALUES (?, ?, ?, ?)");
        _personalCount = new Statement(connection, "SELECT count(*) FROM personal WHERE item BETWEEN ? AND ?");
        _personal = new Statement(connection, "INSERT INTO personal (item, bytes) VALUES (?, ?)");
        _reservation = new Statement(connection, "SELECT id FROM people JOIN cases ON no = case_no WHERE people.person = ?");
        _reserve = new Statement(connection, "INSERT INTO people (person, case_no) VALUES (?, ?)");
        _release = new Statement(connection, "DELETE FROM people WHERE person = ?");
    }

    public void Begin()
    {
        _totals.Clear();
        _begin.Execute();
    }

    public void Commit()
    {
        _totals.Write();
        _answers.Prune();
        _commit.Execute();
    }

    /// <summary>Takes the batch back. Should even that fail, the next <see cref="Begin"/> fails and says why.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _ = raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        }
    }

    /// <summary>Checks one append, and writes it unless a check fails: a rejected one leaves nothing.</summary>
    public AppendResult Write(PendingAppend pending)
    {
        var append = pending.Append;
        if (append.Answer is { } answer && _answers.Find(answer.Key) is { } earlier)
        {
            return new AppendResult.AnsweredBefore(earlier);
        }

        var stored = Find(pending.Id);
        if ((stored?.Version ?? 0) != append.ExpectedVersion)
        {
            return new AppendResult.Conflict();
        }

        if (append.Person is { } person && FindReservation(person) is { } other)
        {
            return new AppendResult.PersonHasOpenCase(other);
        }

        if (append.State.Version > 0)
        {
            WriteCase(pending, stored);
        }

        if (append.Answer is not null)
        {
            _answers.Write(append.Answer);
        }

        _totals.Saw(append.At);
        return new AppendResult.Appended();
    }

    /// <summary>Moves a wake; false where the case has changed since it was read.</summary>
    public bool TryMove(WakeMove move) => _wake.TryWrite(move);

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<IDisposable>)
            [_answers, _totals, _begin, _commit, _find, _insert, _update, _wake, _journal, _personalCount, _personal, _reservation, _reserve, _release])
        {
            statement.Dispose();
        }
    }

    private void WriteCase(PendingAppend pending, StoredCase? stored)
    {
        var append = pending.Append;
        var state = append.State;
        var hashes = Chain(stored?.Head ?? JournalHash.Seed, append.ExpectedVersion, append.At, pending.Payloads);
        var reserved = state.IsClosed ? null : append.Person?.ToBytes() ?? stored?.Person;
        var place = new CasePlace(
            StatusNumber.Of(state.Status),
            Column.Of(state.Since),
            pending.District.Value,
            Column.Of(append.Due),
            append.NextWake is { } wake ? Column.OfWake(wake) : null);
        var no = stored?.No ?? Insert(pending, place, reserved, hashes[^1].Span);
        if (stored is not null)
        {
            _update.Write(no, stored.Place, place, state.Version, reserved, hashes[^1].Span);
        }

        for (var index = 0; index < pending.Payloads.Length; index++)
        {
            _journal.With(Schema.Key(no, append.ExpectedVersion + 1 + index)).With(Column.Of(append.At))
                .With(pending.Payloads[index]).With(hashes[index + 1].Span).Execute();
        }

        WritePersonal(no, append.Personal, isNew: stored is null);
        if (stored is null && reserved is not null)
        {
            _reserve.With(reserved).With(no).Execute();
        }
        else if (stored?.Person is { } released && reserved is null)
        {
            _release.With(released).Execute();
        }

        _totals.Moved(stored is null ? null : (stored.Place.District, stored.Place.Status), (place.District, place.Status));
    }

    private long Insert(PendingAppend pending, CasePlace place, byte[]? reserved, ReadOnlySpan<byte> head)
    {
        var state = pending.Append.State;
        var statement = _insert.With(state.Version).With(place.Status).With(place.Since).With(place.District).With(place.Due).With(place.NextWake);
        statement = reserved is null ? statement.WithNull() : statement.With(reserved);
        statement.With(head).With(pending.Id).With(state.Application!.Applicant.ToBytes()).Execute();
        return raw.sqlite3_last_insert_rowid(_connection.Handle);
    }

    private static ReadOnlyMemory<byte>[] Chain(ReadOnlyMemory<byte> head, int version, Instant at, byte[][] payloads)
    {
        var hashes = new ReadOnlyMemory<byte>[payloads.Length + 1];
        hashes[0] = head;
        for (var index = 0; index < payloads.Length; index++)
        {
            var hash = new byte[JournalHash.Length];
            JournalHash.Next(hashes[index].Span, version + 1 + index, at, payloads[index], hash);
            hashes[index + 1] = hash;
        }

        return hashes;
    }

    private void WritePersonal(long no, IReadOnlyList<ReadOnlyMemory<byte>> items, bool isNew)
    {
        if (items.Count == 0)
        {
            return;
        }

        var written = isNew ? 0 : CountPersonal(no);
        foreach (var item in items)
        {
            _personal.With(Schema.Key(no, ++written)).With(item.Span).Execute();
        }
    }

    private int CountPersonal(long no)
    {
        using var rows = _personalCount.With(Schema.Key(no, 0)).With(Schema.Key(no, Schema.MaxVersion)).Query();
        rows.Next();
        return rows.Int(0);
    }

    private StoredCase? Find(byte[] id)
    {
        using var rows = _find.With(id).Query();
        return rows.Next()
            ? new StoredCase(
                rows.Long(0),
                rows.Int(1),
                rows.IsNull(2) ? null : rows.Bytes(2).ToArray(),
                rows.Bytes(3).ToArray(),
                new CasePlace(rows.Int(4), rows.Long(5), rows.Int(6), rows.Long(7), rows.LongOrNull(8)))
            : null;
    }

    private CaseId? FindReservation(PersonKey person)
    {
        using var rows = _reservation.With(person.ToBytes()).Query();
        return rows.Next() ? Column.Id(rows.Bytes(0)) : null;
    }

    private sealed record StoredCase(long No, int Version, byte[]? Person, ReadOnlyMemory<byte> Head, CasePlace Place);
}
