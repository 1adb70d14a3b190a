using HukouWorkflow.Core.Cases;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Reads the cases that wait for the rules, in the order of arrival, in which they and their journals lie in the file. It has
/// a connection of its own: a walk over millions must not keep others from the shared ones.
/// </summary>
internal sealed class OpenCaseReader : IDisposable
{
    // A page is read and judged in some two milliseconds: on a machine with few cores that is how long a request may wait behind it.
    private const int CasesAtOnce = 64;

    private readonly SqliteConnection _connection;
    private readonly Statement _last;
    private readonly Statement _page;

    public OpenCaseReader(SqliteConnection connection)
    {
        _connection = connection;
        _last = new Statement(connection, "SELECT ifnull(max(no), 0) FROM cases");
        _page = new Statement(
            connection,
            $"""
            SELECT no, id, version, head, next_wake, due, entry & {Schema.MaxVersion}, at, payload, hash
            FROM cases LEFT JOIN journal ON entry BETWEEN no << {Schema.EntryBits} AND (no << {Schema.EntryBits}) + {Schema.MaxVersion}
            WHERE no > ? AND no <= ? AND status IN ({StatusNumber.Of(CaseStatus.Received)}, {StatusNumber.Of(CaseStatus.Accruing)}, {StatusNumber.Of(CaseStatus.Suspended)})
            ORDER BY no, entry
            """);
    }

    /// <summary>The number of the case that arrived last; 0 where there is none.</summary>
    public long FindLast()
    {
        using var rows = _last.Query();
        rows.Next();
        return rows.Long(0);
    }

    /// <summary>The open ones of the next cases.</summary>
    /// <param name="after">The number after which to go on; it becomes that of the last one passed.</param>
    /// <param name="last">The number to stop at.</param>
    public List<OpenCase> ReadPage(ref long after, long last)
    {
        var page = new List<OpenCase>(CasesAtOnce);
        var until = Math.Min(after + CasesAtOnce, last);
        using var rows = _page.With(after).With(until).Query();
        var more = rows.Next();
        while (more)
        {
            more = ReadCase(rows, page);
        }

        after = until;
        return page;
    }

    public void Dispose()
    {
        _last.Dispose();
        _page.Dispose();
        _connection.Dispose();
    }

    // Leaves the rows at the first of the next case; false where there is none.
    private static bool ReadCase(Statement.Rows rows, List<OpenCase> page)
    {
        var (no, id, version, head) = (rows.Long(0), Column.Id(rows.Bytes(1)), rows.Int(2), rows.Bytes(3).ToArray());
        var (wake, due) = (rows.LongOrNull(4), Column.Day(rows.Long(5)));
        var chain = new JournalChain(id);
        BrokenLink? broken = null;
        var more = true;
        while (more && rows.Long(0) == no)
        {
            if (broken is null && !rows.IsNull(6))
            {
                broken = chain.Add(rows.Int(6), Column.Instant(rows.Long(7)), rows.Bytes(8), rows.Bytes(9));
            }

            more = rows.Next();
        }

        broken ??= chain.End(version, head);
        page.Add(new OpenCase(no, id, broken is null ? chain.State : null, wake is { } at ? Column.Instant(at) : null, due));
        return more;
    }
}
