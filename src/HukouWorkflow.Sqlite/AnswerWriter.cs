using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>Keeps idempotent answers, and prunes a few old ones with each batch.</summary>
internal sealed class AnswerWriter : IDisposable
{
    // About as many as a batch adds under load, and too few to be felt in its commit.
    private const int PrunedAtOnce = 100;

    private readonly AnswerPeriods _periods;
    private readonly AnswerReader _reader;
    private readonly Statement _insert;
    private readonly Statement _prune;
    private long _prunedBefore;

    public AnswerWriter(SqliteConnection connection, AnswerPeriods periods)
    {
        _periods = periods;
        _reader = new AnswerReader(connection, periods);
        _insert = new Statement(connection, "INSERT INTO answers (period, key, body, case_id, version) VALUES (?, ?, ?, ?, ?)");
        _prune = new Statement(
            connection,
            $"DELETE FROM answers WHERE (period, key) IN (SELECT period, key FROM answers WHERE period < ? LIMIT {PrunedAtOnce}) RETURNING 1");
    }

    public IdempotentAnswer? Find(ReadOnlyMemory<byte> key) => _reader.Find(key);

    public void Write(IdempotentAnswer answer) =>
        _insert.With(_periods.Current).With(answer.Key.Span).With(answer.Body.Span).With(Column.Of(answer.Case)).With(answer.Version).Execute();

    public void Prune()
    {
        var oldestKept = _periods.Current - 1;
        if (_prunedBefore == oldestKept)
        {
            return;
        }

        var pruned = 0;
        using var rows = _prune.With(oldestKept).Query();
        while (rows.Next())
        {
            pruned++;
        }

        if (pruned < PrunedAtOnce)
        {
            _prunedBefore = oldestKept;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _insert.Dispose();
        _prune.Dispose();
    }
}
