namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>
/// The external events of one replay, by name whatever its case: the newest waiter is served first, and what nobody waits
/// for yet is kept in the order it came.
/// </summary>
internal sealed class EventInbox
{
    private readonly Dictionary<string, Stack<Action<string?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _kept = [];

    public bool HasWaiters => _waiters.Values.Any(waiters => waiters.Count > 0);

    public Task<T> WaitAsync<T>(string name, CancellationToken cancellationToken)
    {
        var arrival = new TaskCompletionSource<T>();
        if (_kept.Find(kept => IsNamed(kept, name)) is { } earlier)
        {
            _kept.Remove(earlier);
            arrival.SetResult(WorkerJson.Instance.Deserialize<T>(earlier.Payload)!);
            return arrival.Task;
        }

        // A cancelled waiter stays in its place and eats the event that comes to it, as in the worker.
        cancellationToken.Register(() => arrival.TrySetCanceled(cancellationToken));
        var waiters = _waiters.TryGetValue(name, out var known) ? known : _waiters[name] = new();
        waiters.Push(payload => arrival.TrySetResult(WorkerJson.Instance.Deserialize<T>(payload)!));
        return arrival.Task;
    }

    public void Add(HistoryEvent raised)
    {
        if (_waiters.TryGetValue(raised.Name!, out var waiters) && waiters.TryPop(out var waiter))
        {
            waiter(raised.Payload);
        }
        else
        {
            _kept.Add(raised);
        }
    }

    public IReadOnlyList<HistoryEvent> TakeAll()
    {
        HistoryEvent[] all = [.. _kept];
        _kept.Clear();
        return all;
    }

    private static bool IsNamed(HistoryEvent raised, string name) => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase);
}
