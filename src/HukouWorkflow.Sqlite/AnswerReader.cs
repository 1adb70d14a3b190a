using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>Finds idempotent answers that are still kept.</summary>
internal sealed class AnswerReader(SqliteConnection connection, AnswerPeriods periods) : IDisposable
{
    private readonly Statement _find = new(connection, "SELECT body, case_id, version FROM answers WHERE period IN (?, ?) AND key = ?");

    public IdempotentAnswer? Find(ReadOnlyMemory<byte> key)
    {
        var period = periods.Current;
        using var rows = _find.With(period).With(period - 1).With(key.Span).Query();
        return rows.Next() ? new IdempotentAnswer(key, rows.Bytes(0).ToArray(), Column.Id(rows.Bytes(1)), rows.Int(2)) : null;
    }

    public void Dispose() => _find.Dispose();
}
