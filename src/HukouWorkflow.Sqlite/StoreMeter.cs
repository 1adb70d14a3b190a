using System.Diagnostics.Metrics;

namespace HukouWorkflow.Sqlite;

/// <summary>What the store measures of itself, under the meter <c>HukouWorkflow.Sqlite</c>.</summary>
internal sealed class StoreMeter : IDisposable
{
    private readonly Counter<long> _appends;
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _commitDuration;

    public StoreMeter(Func<int> waiting)
    {
        Meter = new Meter("HukouWorkflow.Sqlite");
        _appends = Meter.CreateCounter<long>("hukou.store.appends", "{append}", "Appends answered, accepted or not.");
        _batchSize = Meter.CreateHistogram<int>("hukou.store.batch.size", "{append}", "Appends committed together.");
        _commitDuration = Meter.CreateHistogram<double>("hukou.store.commit.duration", "s", "From taking up a batch until it is on the disk.");
        Meter.CreateObservableGauge("hukou.store.appends.waiting", waiting, "{append}", "Appends waiting for the writer.");
    }

    public Meter Meter { get; }

    public void Committed(int appends, TimeSpan took)
    {
        _appends.Add(appends);
        _batchSize.Record(appends);
        _commitDuration.Record(took.TotalSeconds);
    }

    public void Dispose() => Meter.Dispose();
}
