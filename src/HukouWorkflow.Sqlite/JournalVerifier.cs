using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Proves every journal of a data folder, reading only, also while a server writes to it. It takes a run of cases at a time, each in a
/// snapshot of its own: one snapshot over all would keep the server's log from being reused.
/// </summary>
public sealed class JournalVerifier : IDisposable
{
    private const int CasesAtOnce = 500;

    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _last;
    private readonly Statement _cases;
    private readonly Statement _journal;

    private JournalVerifier(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new Statement(connection, "BEGIN");
        _end = new Statement(connection, "COMMIT");
        _last = new Statement(connection, $"SELECT max(ifnull((SELECT max(no) FROM cases), 0), ifnull((SELECT max(entry) >> {Schema.EntryBits} FROM journal), 0))");
        _cases = new Statement(connection, "SELECT no, id, version, status, since, district, head FROM cases WHERE no BETWEEN ? AND ? ORDER BY no");
        _journal = new Statement(connection, "SELECT entry, at, payload, hash FROM journal WHERE entry BETWEEN ? AND ? ORDER BY entry");
        LastNumber = ReadLast();
    }

    /// <summary>The number of the last case there was on opening: how many verdicts to expect.</summary>
    public long LastNumber { get; }

    /// <summary>Opens a data folder to read it only.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="DataFolderException">There is no data file, or it is not ours, newer than this build, or damaged.</exception>
    public static JournalVerifier Open(string folder)
    {
        var connection = DataFolder.ConnectBeside(Path.GetFullPath(folder));
        try
        {
            return new JournalVerifier(connection);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new DataFolderException($"{connection.DataSource} is damaged ({error.Message}). Restore it from a backup.", error);
        }
    }

    /// <summary>Goes through every case in the order of arrival, one verdict each. Memory does not grow with their number.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be read on: it is damaged below the journals, or the disk fails.</exception>
    public IEnumerable<CaseVerdict> Verify()
    {
        for (var first = 1L; first <= LastNumber; first += CasesAtOnce)
        {
            foreach (var verdict in VerifyRun(first, Math.Min(first + CasesAtOnce - 1, LastNumber)))
            {
                yield return verdict;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var held in (ReadOnlySpan<IDisposable>)[_begin, _end, _last, _cases, _journal, _connection])
        {
            held.Dispose();
        }
    }

    private List<CaseVerdict> VerifyRun(long first, long last)
    {
        try
        {
            _begin.Execute();
            try
            {
                return ReadRun(first, last);
            }
            finally
            {
                _end.Execute();
            }
        }
        catch (SqliteException error)
        {
            throw StoreFault.Of(error, _connection.DataSource);
        }
    }

    private List<CaseVerdict> ReadRun(long first, long last)
    {
        var heads = ReadHeads(first, last);
        var verdicts = new List<CaseVerdict>();
        using var rows = _journal.With(Schema.Key(first, 0)).With(Schema.Key(last, Schema.MaxVersion)).Query();
        var more = rows.Next();
        for (var number = first; number <= last; number++)
        {
            var head = heads.GetValueOrDefault(number);
            var chain = head is null ? null : new JournalChain(head.Id);
            BrokenLink? broken = null;
            var entries = 0;
            for (; more && rows.Long(0) <= Schema.Key(number, Schema.MaxVersion); more = rows.Next())
            {
                entries++;
                broken ??= chain?.Add((int)(rows.Long(0) & Schema.MaxVersion), Column.Instant(rows.Long(1)), rows.Bytes(2), rows.Bytes(3));
            }

            verdicts.Add(new CaseVerdict(number, head?.Id, entries, broken ?? Judge(chain, head)));
        }

        return verdicts;
    }

    private static BrokenLink? Judge(JournalChain? chain, CaseHead? head)
    {
        if (chain is null || head is null)
        {
            return new BrokenLink(1, JournalFault.CaseMissing);
        }

        var state = chain.State;
        return chain.End(head.Version, head.Hash)
            ?? (StatusNumber.Of(state.Status) == head.Status && state.Since == head.Since && state.ResponsibleDistrict() == head.District
                ? null
                : new BrokenLink(state.Version, JournalFault.ColumnsDiffer));
    }

    private Dictionary<long, CaseHead> ReadHeads(long first, long last)
    {
        var heads = new Dictionary<long, CaseHead>();
        using var rows = _cases.With(first).With(last).Query();
        while (rows.Next())
        {
            heads[rows.Long(0)] = new CaseHead(
                Column.Id(rows.Bytes(1)),
                rows.Int(2),
                rows.Int(3),
                Column.Instant(rows.Long(4)),
                new DivisionCode(rows.Int(5)),
                rows.Bytes(6).ToArray());
        }

        return heads;
    }

    private long ReadLast()
    {
        using var rows = _last.Query();
        rows.Next();
        return rows.Long(0);
    }

    private sealed record CaseHead(CaseId Id, int Version, int Status, Instant Since, DivisionCode District, byte[] Hash);
}
