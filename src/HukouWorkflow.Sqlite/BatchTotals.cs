using Microsoft.Data.Sqlite;
using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>What a batch changes once, however many appends it holds: the counts, and the latest instant seen.</summary>
internal sealed class BatchTotals(SqliteConnection connection) : IDisposable
{
    private readonly Statement _count = new(
        connection,
        "INSERT INTO counts (district, status, cases) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET cases = cases + excluded.cases");

    private readonly Statement _latest = new(
        connection,
        "INSERT INTO meta (key, value) VALUES ('latest', ?) ON CONFLICT DO UPDATE SET value = excluded.value WHERE excluded.value > value");

    private readonly Dictionary<(int District, int Status), int> _changes = [];
    private long? _latestSeen;

    public void Clear()
    {
        _changes.Clear();
        _latestSeen = null;
    }

    public void Moved((int District, int Status)? from, (int District, int Status) to)
    {
        if (from is { } left)
        {
            _changes[left] = _changes.GetValueOrDefault(left) - 1;
        }

        _changes[to] = _changes.GetValueOrDefault(to) + 1;
    }

    public void Saw(Instant at) => _latestSeen = Math.Max(_latestSeen ?? long.MinValue, Column.Of(at));

    public void Write()
    {
        foreach (var (pair, change) in _changes)
        {
            if (change != 0)
            {
                _count.With(pair.District).With(pair.Status).With(change).Execute();
            }
        }

        if (_latestSeen is { } latest)
        {
            _latest.With(latest).Execute();
        }
    }

    public void Dispose()
    {
        _count.Dispose();
        _latest.Dispose();
    }
}
