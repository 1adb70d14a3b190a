using System.Threading.Channels;
using NodaTime;

namespace HukouWorkflow.Local.Scheduling;

/// <summary>
/// The soonest wake that the scheduler sleeps for. Everybody who writes one tells of it, thousands a second, and it rings
/// only for one that is sooner than all before.
/// </summary>
internal sealed class Alarm
{
    private readonly Lock _lock = new();
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Instant _soonest = Instant.MaxValue;

    /// <summary>Tells of a wake that is in the queue.</summary>
    public void Tell(Instant wake)
    {
        lock (_lock)
        {
            if (wake >= _soonest)
            {
                return;
            }

            _soonest = wake;
        }

        _rings.Writer.TryWrite(true);
    }

    /// <summary>Forgets what was told: the queue is about to be read, and has it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _soonest = Instant.MaxValue;
        }
    }

    /// <summary>Sets it to what the queue says comes next, or to something sooner told of since it was cleared.</summary>
    /// <returns>What it is set to.</returns>
    public Instant Set(Instant next)
    {
        // A ring of what was told before now is in the soonest; left there, it would only wake once more.
        _rings.Reader.TryRead(out _);
        lock (_lock)
        {
            return _soonest = Instant.Min(_soonest, next);
        }
    }

    /// <summary>Completes when something sooner is told of than it is set to.</summary>
    public Task RingAsync(CancellationToken cancellationToken) => _rings.Reader.ReadAsync(cancellationToken).AsTask();
}
