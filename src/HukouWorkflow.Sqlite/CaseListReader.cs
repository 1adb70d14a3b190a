using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>
/// Lists cases by merging one run of the index for each pair of district and status that has cases: the index alone
/// answers, and a page costs the same however many cases there are.
/// </summary>
internal sealed class CaseListReader(SqliteConnection connection) : IDisposable
{
    /// <summary>The next cases of one district and status, from the index alone.</summary>
    internal const string RunSql =
        "SELECT due, id, since FROM cases WHERE district = ? AND status = ? AND (due, id) > (?, ?) AND due < ? ORDER BY due, id LIMIT ?";

    private readonly Statement _begin = new(connection, "BEGIN");
    private readonly Statement _end = new(connection, "COMMIT");
    private readonly Statement _pairs = new(connection, "SELECT district, status FROM counts WHERE cases > 0");
    private readonly Statement _run = new(connection, RunSql);

    public IReadOnlyList<CaseSummary> Read(CaseQuery query)
    {
        // One snapshot: a case that moves from one pair to another meanwhile is neither missed nor listed twice.
        _begin.Execute();
        try
        {
            return Merge(query);
        }
        finally
        {
            _end.Execute();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_begin, _end, _pairs, _run])
        {
            statement.Dispose();
        }
    }

    private List<CaseSummary> Merge(CaseQuery query)
    {
        var pairs = ReadPairs(query);
        var chunk = Math.Clamp(2 * query.Limit / Math.Max(pairs.Count, 1), 4, Math.Max(query.Limit, 4));
        var start = query.After is { } after ? (Column.Of(after.Due), Column.Of(after.Id)) : (int.MinValue, []);
        var before = query.DueBefore is { } day ? Column.Of(day) : int.MaxValue;

        var heads = new PriorityQueue<Queue<CaseSummary>, (int, CaseId)>();
        foreach (var (district, status) in pairs)
        {
            Offer(heads, ReadRun(district, status, start, before, chunk));
        }

        var page = new List<CaseSummary>();
        while (page.Count < query.Limit && heads.TryDequeue(out var run, out _))
        {
            var next = run.Dequeue();
            page.Add(next);
            var spent = run.Count == 0;
            Offer(heads, spent ? ReadRun(next.District.Value, StatusNumber.Of(next.Status), (Column.Of(next.Due), Column.Of(next.Id)), before, chunk) : run);
        }

        return page;
    }

    private static void Offer(PriorityQueue<Queue<CaseSummary>, (int Due, CaseId Id)> heads, Queue<CaseSummary> run)
    {
        if (run.TryPeek(out var first))
        {
            heads.Enqueue(run, (Column.Of(first.Due), first.Id));
        }
    }

    private List<(int District, int Status)> ReadPairs(CaseQuery query)
    {
        var districts = query.Districts?.Select(district => district.Value).ToHashSet();
        var statuses = query.Statuses?.Select(StatusNumber.Of).ToHashSet();
        var pairs = new List<(int, int)>();
        using var rows = _pairs.Query();
        while (rows.Next())
        {
            var (district, status) = (rows.Int(0), rows.Int(1));
            if (districts?.Contains(district) != false && statuses?.Contains(status) != false)
            {
                pairs.Add((district, status));
            }
        }

        return pairs;
    }

    private Queue<CaseSummary> ReadRun(int district, int status, (int Due, byte[] Id) after, int before, int limit)
    {
        var run = new Queue<CaseSummary>(limit);
        using var rows = _run.With(district).With(status).With(after.Due).With(after.Id).With(before).With(limit).Query();
        while (rows.Next())
        {
            run.Enqueue(new CaseSummary(
                Column.Id(rows.Bytes(1)),
                StatusNumber.Read(status),
                Column.Instant(rows.Long(2)),
                new DivisionCode(district),
                Column.Day(rows.Long(0))));
        }

        return run;
    }
}
