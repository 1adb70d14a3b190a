using System.Collections.Concurrent;
using System.Globalization;

namespace HukouWorkflow.Bench.Counting;

/// <summary>The calls of one store, by what was going on and who asked.</summary>
/// <param name="prefix">What the names of the store's tables begin with.</param>
internal sealed class CallLedger(string prefix)
{
    private readonly ConcurrentQueue<LedgerLine> _lines = new();
    private volatile string _stage = "";
    private volatile string _asker = "";

    /// <summary>What is going on.</summary>
    public string Stage
    {
        get => _stage;
        set => _stage = value;
    }

    /// <summary>Who asks: a call to the service, an activity, a timer.</summary>
    public string Asker
    {
        get => _asker;
        set => _asker = value;
    }

    /// <summary>Everything noted so far, in order.</summary>
    public IReadOnlyList<LedgerLine> Lines => [.. _lines];

    /// <summary>Notes a call.</summary>
    public void Note(StorageCall call) => _lines.Enqueue(new LedgerLine(_stage, _asker, call.Operation, NameOf(call.Table), call.Rows));

    /// <summary>Calls in one line: <c>Cases: find 2, transaction 1; Wakes: put 1</c>.</summary>
    public static string Describe(IEnumerable<LedgerLine> lines) => string.Join("; ", lines
        .GroupBy(line => line.Table, StringComparer.Ordinal)
        .OrderBy(table => table.Key, StringComparer.Ordinal)
        .Select(table => $"{table.Key}: " + string.Join(", ", table
            .GroupBy(line => line.Operation, StringComparer.Ordinal)
            .OrderBy(operation => operation.Key, StringComparer.Ordinal)
            .Select(operation => $"{operation.Key} {operation.Count().ToString(CultureInfo.InvariantCulture)}"))));

    private string NameOf(string table) => table.StartsWith(prefix, StringComparison.Ordinal)
        ? table[prefix.Length..]
        : throw new BenchException($"A call went to the table {table}, which is not of the store that is measured.");
}
