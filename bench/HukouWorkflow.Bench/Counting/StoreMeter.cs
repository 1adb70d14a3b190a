using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HukouWorkflow.Bench.Counting;

/// <summary>Listens to what the store says of itself (<c>hukou.storage.transactions</c>), to hold it against what reached the table service.</summary>
internal sealed class StoreMeter : IDisposable
{
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly MeterListener _listener = new();

    /// <summary>Begins to listen to the store whose tables' names begin so.</summary>
    public StoreMeter(string prefix)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "hukou.storage.transactions")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!, StringComparer.Ordinal);
            if (values["table"].StartsWith(prefix, StringComparison.Ordinal))
            {
                _calls.Enqueue($"{values["operation"]} {values["table"][prefix.Length..]}");
            }
        });
        _listener.Start();
    }

    /// <summary>Holds the meter against the ledger.</summary>
    /// <exception cref="BenchException">They differ: one of them does not count what it says, or requests were tried again.</exception>
    public void MustAgreeWith(CallLedger ledger)
    {
        var metered = _calls.CountBy(call => call, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var counted = ledger.Lines.CountBy(line => $"{line.Operation} {line.Table}", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var differences = metered.Keys.Union(counted.Keys, StringComparer.Ordinal)
            .Select(call => (Call: call, Metered: metered.GetValueOrDefault(call), Counted: counted.GetValueOrDefault(call)))
            .Where(line => line.Metered != line.Counted)
            .Select(line => $"{line.Call}: {line.Counted} at Azurite, {line.Metered} by the meter")
            .ToList();
        if (differences.Count > 0)
        {
            throw new BenchException("The store's meter and the requests at Azurite disagree, so no figure can be trusted: " + string.Join("; ", differences));
        }
    }

    public void Dispose() => _listener.Dispose();
}
