using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Counts what the connections of a run tell it.</summary>
/// <param name="measuredFrom">When the measured time begins, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="measuredTo">When it ends.</param>
/// <param name="ids">Takes the ids of accepted applications, one a line; null for none.</param>
internal sealed class LoadTally(long measuredFrom, long measuredTo, Stream? ids)
{
    private const int Accepted = 202;
    private static readonly byte[] EndOfLine = "\n"u8.ToArray();

    private readonly LatencyRecorder _latency = new();
    private readonly ConcurrentDictionary<int, long> _refused = new();
    private string? _firstRefusal;
    private long _sent;
    private long _accepted;
    private long _measured;

    /// <summary>Notes that a request goes out.</summary>
    public void Sending() => Interlocked.Increment(ref _sent);

    /// <summary>Notes an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="began">When its request was sent.</param>
    public void Answered(HttpAnswer answer, ReadOnlySpan<byte> bytes, long began)
    {
        var now = Stopwatch.GetTimestamp();
        if (answer.Status != Accepted)
        {
            _refused.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
            if (_firstRefusal is null)
            {
                Interlocked.CompareExchange(ref _firstRefusal, Encoding.UTF8.GetString(bytes), comparand: null);
            }

            return;
        }

        Interlocked.Increment(ref _accepted);
        if (now >= measuredFrom && now < measuredTo)
        {
            Interlocked.Increment(ref _measured);
            _latency.Note(now - began);
        }

        Write(answer.Location);
    }

    /// <summary>What was counted.</summary>
    public LoadResult Read(DateTimeOffset beganAt, double seconds, double cpuSeconds) => new()
    {
        Sent = _sent,
        Accepted = _accepted,
        Refused = _refused,
        FirstRefusal = _firstRefusal,
        BeganAt = beganAt,
        Measured = _measured,
        Seconds = seconds,
        CpuSeconds = cpuSeconds,
        Latency = _latency.Read(),
    };

    private void Write(ReadOnlySpan<byte> location)
    {
        if (ids is not null)
        {
            lock (ids)
            {
                ids.Write(location[(location.LastIndexOf((byte)'/') + 1)..]);
                ids.Write(EndOfLine);
            }
        }
    }
}
