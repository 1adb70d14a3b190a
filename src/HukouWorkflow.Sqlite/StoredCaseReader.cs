using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>Reads cases whole, a page in one snapshot each: one snapshot over all would keep a server's log from being reused.</summary>
internal sealed class StoredCaseReader : IDisposable
{
    private const int CasesAtOnce = 200;

    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _cases;
    private readonly Statement _journal;
    private readonly Statement _personal;
    private readonly Statement _answers;

    public StoredCaseReader(SqliteConnection connection)
    {
        // The file has no index of answers by case: nobody else asks for them so. This one lives as long as the connection.
        using (var gather = new Statement(connection, "CREATE TEMP TABLE answers_by_case AS SELECT case_id, key, body, version FROM main.answers"))
        {
            gather.Execute();
        }

        using (var index = new Statement(connection, "CREATE INDEX temp.answers_by_case_id ON answers_by_case (case_id)"))
        {
            index.Execute();
        }

        _begin = new Statement(connection, "BEGIN");
        _end = new Statement(connection, "COMMIT");
        _cases = new Statement(connection, $"SELECT no, id, version, head, person FROM cases WHERE id > ? ORDER BY id LIMIT {CasesAtOnce}");
        _journal = new Statement(connection, "SELECT entry, at, payload, hash FROM journal WHERE entry BETWEEN ? AND ? ORDER BY entry");
        _personal = new Statement(connection, "SELECT item, bytes FROM personal WHERE item BETWEEN ? AND ? ORDER BY item");
        _answers = new Statement(connection, "SELECT key, body, version FROM temp.answers_by_case WHERE case_id = ? ORDER BY version, key");
    }

    /// <summary>The cases after one, in the order of their ids; empty where there are no more.</summary>
    public List<StoredCase> ReadPage(CaseId? after)
    {
        _begin.Execute();
        try
        {
            var page = new List<StoredCase>(CasesAtOnce);
            using var rows = _cases.With(after is { } last ? Column.Of(last) : []).Query();
            while (rows.Next())
            {
                var (no, id) = (rows.Long(0), Column.Id(rows.Bytes(1)));
                page.Add(new StoredCase
                {
                    Id = id,
                    Version = rows.Int(2),
                    Head = rows.Bytes(3).ToArray(),
                    Person = rows.IsNull(4) ? null : PersonKey.FromBytes(rows.Bytes(4)),
                    Journal = ReadJournal(no),
                    Personal = ReadPersonal(no),
                    Answers = ReadAnswers(id),
                });
            }

            return page;
        }
        finally
        {
            _end.Execute();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_begin, _end, _cases, _journal, _personal, _answers])
        {
            statement.Dispose();
        }
    }

    private List<StoredEntry> ReadJournal(long no)
    {
        var entries = new List<StoredEntry>();
        using var rows = _journal.With(Schema.Key(no, 0)).With(Schema.Key(no, Schema.MaxVersion)).Query();
        while (rows.Next())
        {
            entries.Add(new StoredEntry((int)(rows.Long(0) & Schema.MaxVersion), Column.Instant(rows.Long(1)), rows.Bytes(2).ToArray(), rows.Bytes(3).ToArray()));
        }

        return entries;
    }

    private List<SealedItem> ReadPersonal(long no)
    {
        var items = new List<SealedItem>();
        using var rows = _personal.With(Schema.Key(no, 0)).With(Schema.Key(no, Schema.MaxVersion)).Query();
        while (rows.Next())
        {
            items.Add(new SealedItem((int)(rows.Long(0) & Schema.MaxVersion), rows.Bytes(1).ToArray()));
        }

        return items;
    }

    private List<IdempotentAnswer> ReadAnswers(CaseId id)
    {
        var answers = new List<IdempotentAnswer>();
        using var rows = _answers.With(Column.Of(id)).Query();
        while (rows.Next())
        {
            answers.Add(new IdempotentAnswer(rows.Bytes(0).ToArray(), rows.Bytes(1).ToArray(), id, rows.Int(2)));
        }

        return answers;
    }
}
