using System.Diagnostics.Metrics;

namespace HukouWorkflow.Sqlite;

/// <summary>What the store measures of itself, under the meter <c>HukouWorkflow.Sqlite</c>.</summary>
internal sealed class StoreMeter : IDisposable
{
    // The exporter's own buckets are for milliseconds: every commit would fall into the first.
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5] };
    private static readonly InstrumentAdvice<int> Appends = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] };

    private readonly Counter<long> _appends;
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _commitDuration;

    public StoreMeter(Func<int> waiting)
    {
        Meter = new Meter("HukouWorkflow.Sqlite");
        _appends = Meter.CreateCounter<long>("hukou.store.appends", "{append}", "Appends answered, accepted or not; a page of moved wakes counts as one.");
        _batchSize = Meter.CreateHistogram<int>("hukou.store.batch.size", "{append}", "Appends committed together.", tags: null, Appends);
        _commitDuration = Meter.CreateHistogram<double>("hukou.store.commit.duration", "s", "From taking up a batch until it is on the disk.", tags: null, Seconds);
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
