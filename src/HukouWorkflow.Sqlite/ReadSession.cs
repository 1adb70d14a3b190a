using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>One connection for reading, with its statements. Each read sees one snapshot. Used by one thread at a time.</summary>
internal sealed class ReadSession : IDisposable
{
    /// <summary>The cases whose wake has come, in the order of the index.</summary>
    internal const string DueSql = "SELECT id, next_wake FROM cases WHERE next_wake <= ? ORDER BY next_wake, no LIMIT ?";

    private readonly SqliteConnection _connection;
    private readonly AnswerReader _answers;
    private readonly CaseListReader _list;
    private readonly Statement _access;
    private readonly Statement _load;
    private readonly Statement _journal;
    private readonly Statement _personal;
    private readonly Statement _due;
    private readonly Statement _wake;
    private readonly Statement _counts;
    private readonly Statement _latest;

    public ReadSession(SqliteConnection connection, AnswerPeriods periods)
    {
        _connection = connection;
        _answers = new AnswerReader(connection, periods);
        _list = new CaseListReader(connection);
        _access = new Statement(connection, "SELECT applicant, district FROM cases WHERE id = ?");
        _load = new Statement(
            connection,
            $"""
            SELECT version, head, entry & {Schema.MaxVersion}, at, payload, hash
            FROM cases LEFT JOIN journal ON entry BETWEEN no << {Schema.EntryBits} AND (no << {Schema.EntryBits}) + {Schema.MaxVersion}
            WHERE id = ? ORDER BY entry
            """);
        _journal = new Statement(
            connection,
            $"""
            SELECT entry & {Schema.MaxVersion}, at, payload, hash
            FROM cases JOIN journal ON entry BETWEEN (no << {Schema.EntryBits}) + ? + 1 AND (no << {Schema.EntryBits}) + {Schema.MaxVersion}
            WHERE id = ? ORDER BY entry LIMIT ?
            """);
        _personal = new Statement(
            connection,
            $"""
            SELECT item & {Schema.MaxVersion}, bytes
            FROM cases JOIN personal ON item BETWEEN no << {Schema.EntryBits} AND (no << {Schema.EntryBits}) + {Schema.MaxVersion}
            WHERE id = ? ORDER BY item
            """);
        _due = new Statement(connection, DueSql);
        _wake = new Statement(connection, "SELECT next_wake FROM cases WHERE id = ?");
        _counts = new Statement(connection, "SELECT district, status, cases FROM counts WHERE cases > 0");
        _latest = new Statement(connection, "SELECT value FROM meta WHERE key = 'latest'");
    }

    public CaseAccess? FindAccess(CaseId id)
    {
        using var rows = _access.With(Column.Of(id)).Query();
        return rows.Next() ? new CaseAccess(PersonKey.FromBytes(rows.Bytes(0)), new DivisionCode(rows.Int(1))) : null;
    }

    public CaseState? Load(CaseId id)
    {
        using var rows = _load.With(Column.Of(id)).Query();
        if (!rows.Next())
        {
            return null;
        }

        var (version, head) = (rows.Int(0), rows.Bytes(1).ToArray());
        var chain = new JournalChain(id);
        BrokenLink? broken = null;
        var more = !rows.IsNull(2);
        while (more && broken is null)
        {
            broken = chain.Add(rows.Int(2), Column.Instant(rows.Long(3)), rows.Bytes(4), rows.Bytes(5));
            more = rows.Next();
        }

        broken ??= chain.End(version, head);
        return broken is { } link ? throw new CorruptJournalException(id, link.Version, link.Fault) : chain.State;
    }

    public IdempotentAnswer? FindAnswer(ReadOnlyMemory<byte> key) => _answers.Find(key);

    public IReadOnlyList<JournalEntry> ReadJournal(CaseId id, int after, int limit)
    {
        var entries = new List<JournalEntry>();
        using var rows = _journal.With(after).With(Column.Of(id)).With(limit).Query();
        while (rows.Next())
        {
            var version = rows.Int(0);
            var happened = JournalChain.Read(rows.Bytes(2)) ?? throw new CorruptJournalException(id, version, JournalFault.EventUnreadable);
            entries.Add(new JournalEntry(version, Column.Instant(rows.Long(1)), happened, rows.Bytes(3).ToArray()));
        }

        return entries;
    }

    public IReadOnlyList<SealedItem> ReadPersonal(CaseId id)
    {
        var items = new List<SealedItem>();
        using var rows = _personal.With(Column.Of(id)).Query();
        while (rows.Next())
        {
            items.Add(new SealedItem(rows.Int(0), rows.Bytes(1).ToArray()));
        }

        return items;
    }

    public IReadOnlyList<DueCase> ReadDue(Instant until, int limit)
    {
        var due = new List<DueCase>();
        using var rows = _due.With(Column.Of(until)).With(limit).Query();
        while (rows.Next())
        {
            due.Add(new DueCase(Column.Id(rows.Bytes(0)), Column.Instant(rows.Long(1))));
        }

        return due;
    }

    public Instant? FindWake(CaseId id)
    {
        using var rows = _wake.With(Column.Of(id)).Query();
        return rows.Next() && rows.LongOrNull(0) is { } wake ? Column.Instant(wake) : null;
    }

    public IReadOnlyList<CaseSummary> List(CaseQuery query) => _list.Read(query);

    public IReadOnlyList<CaseCount> Count()
    {
        var counts = new List<CaseCount>();
        using var rows = _counts.Query();
        while (rows.Next())
        {
            counts.Add(new CaseCount(new DivisionCode(rows.Int(0)), StatusNumber.Read(rows.Int(1)), rows.Long(2)));
        }

        return counts;
    }

    public Instant? FindLatest()
    {
        using var rows = _latest.Query();
        return rows.Next() ? Column.Instant(rows.Long(0)) : null;
    }

    public void Dispose()
    {
        foreach (var held in (ReadOnlySpan<IDisposable>)[_answers, _list, _access, _load, _journal, _personal, _due, _wake, _counts, _latest, _connection])
        {
            held.Dispose();
        }
    }
}
