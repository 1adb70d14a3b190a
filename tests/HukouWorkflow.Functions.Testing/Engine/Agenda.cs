namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>What can happen next, and what will be able to when its time comes. Not for several threads at once.</summary>
internal sealed class Agenda(VirtualTime time, Func<int, int> choose)
{
    private readonly List<WorkItem> _ready = [];
    private readonly PriorityQueue<WorkItem.Timer, (DateTime At, long Order)> _timers = new();
    private long _order;

    public void Add(WorkItem.Activity activity) => _ready.Add(activity);

    public void Add(WorkItem.Timer timer) => _timers.Enqueue(timer, (timer.At, _order++));

    /// <summary>Has an orchestrator look at what has come, where something has.</summary>
    public void AddTurn(VirtualInstance instance)
    {
        if (instance.Inbox.Count > 0 && !_ready.Exists(work => work is WorkItem.Turn && work.Instance == instance))
        {
            _ready.Add(new WorkItem.Turn(instance, instance.Rounds));
        }
    }

    /// <summary>Takes what happens next; time moves on where nothing can happen before.</summary>
    /// <param name="until">How far time may move on.</param>
    /// <returns>What happens, or null where nothing does until then.</returns>
    public WorkItem? TakeNext(DateTimeOffset until)
    {
        if (_ready.Count == 0 && _timers.TryPeek(out var first, out _) && first.At <= until.UtcDateTime)
        {
            time.AdvanceTo(new DateTimeOffset(first.At, TimeSpan.Zero));
        }

        while (_timers.TryPeek(out var due, out _) && due.At <= time.GetUtcNow().UtcDateTime)
        {
            _ready.Add(_timers.Dequeue());
        }

        if (_ready.Count == 0)
        {
            return null;
        }

        var index = _ready.Count == 1 ? 0 : choose(_ready.Count);
        var work = _ready[index];
        _ready.RemoveAt(index);
        return work;
    }
}
