using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>
/// Durable Functions in virtual time: orchestrators are run by replaying their history, activities really run, and the clock
/// moves on only when nothing else can happen. It says nothing about how the real engine is deployed or scaled; what it holds
/// orchestrators to is that they can be replayed, in every order in which things may come.
/// </summary>
public sealed class VirtualDurableEngine : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _running = new(1);
    private readonly DurableFunctions _functions;
    private readonly Func<int, int> _choose;
    private readonly Dictionary<string, VirtualInstance> _instances = new(StringComparer.Ordinal);
    private readonly ActivityDesk _desk;
    private readonly List<string> _payloads = [];
    private readonly Agenda _agenda;
    private Exception? _fault;

    /// <summary>An engine over an app's functions.</summary>
    /// <param name="functions">The app.</param>
    /// <param name="time">The engine's clock.</param>
    /// <param name="choose">
    /// Which of several things that could happen next does, given how many there are (2 or more): 0 is the one that has waited
    /// longest. Null always takes that one.
    /// </param>
    public VirtualDurableEngine(DurableFunctions functions, VirtualTime time, Func<int, int>? choose = null)
    {
        _functions = functions;
        Time = time;
        _choose = choose ?? (_ => 0);
        _desk = new ActivityDesk(functions, time);
        _agenda = new Agenda(time, _choose);
    }

    public VirtualTime Time { get; }

    /// <summary>The version of orchestrations, as host.json's <c>defaultVersion</c> sets it.</summary>
    public string Version { get; init; } = "1.0";

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>What befalls the activities; null where nothing does.</summary>
    public Func<ActivityRun, ActivityMishap>? ActivityMishaps
    {
        get => _desk.Mishaps;
        set => _desk.Mishaps = value;
    }

    /// <summary>What befalls the events raised, by instance; null where nothing does.</summary>
    public Func<string, EventMishap>? EventMishaps { get; set; }

    /// <summary>Every activity that has run, in order.</summary>
    public IReadOnlyList<ActivityRun> Activities => _desk.Runs;

    /// <summary>Every piece of JSON and every failure's words that any history or status has held, in order.</summary>
    public IReadOnlyList<string> Payloads => _payloads;

    public IReadOnlyCollection<VirtualInstance> Instances
    {
        get
        {
            lock (_gate)
            {
                return [.. _instances.Values];
            }
        }
    }

    public VirtualInstance? Find(string id)
    {
        lock (_gate)
        {
            return _instances.GetValueOrDefault(id);
        }
    }

    /// <summary>Lets everything happen that happens until a time, and stands at that time afterwards.</summary>
    /// <param name="until">The time; one that has passed lets happen what can happen now.</param>
    /// <param name="cancellationToken">Stops before the next thing happens.</param>
    /// <exception cref="NonDeterministicOrchestratorException">An orchestrator cannot be replayed.</exception>
    public async Task RunAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);
        try
        {
            while (TakeNext(until) is { } work)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await DoAsync(work, cancellationToken);
                if (Volatile.Read(ref _fault) is { } fault)
                {
                    throw fault;
                }
            }

            Time.AdvanceTo(until);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    internal void Start(string name, string id, string? input)
    {
        lock (_gate)
        {
            if (_instances.TryGetValue(id, out var existing) && !existing.IsOver)
            {
                throw new global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException($"An orchestration with the instance id {id} is {existing.Status}.");
            }

            Add(new VirtualInstance(id, name, input, null, -1, Time.GetUtcNow()));
        }
    }

    /// <summary>Raises an event: to nobody where there is no such instance. One that is over takes none.</summary>
    internal void Raise(string id, string name, string? payload)
    {
        lock (_gate)
        {
            if (_instances.GetValueOrDefault(id) is not { } instance)
            {
                return;
            }

            if (instance.IsOver)
            {
                throw new InvalidOperationException($"The orchestration {id} is {instance.Status} and takes no events.");
            }

            var raised = new HistoryEvent(HistoryKind.EventRaised, Name: name, Payload: payload);
            var mishap = EventMishaps?.Invoke(id) ?? EventMishap.None;
            if (mishap == EventMishap.BetweenRounds)
            {
                instance.Held.Add(raised);
                return;
            }

            for (var times = mishap switch { EventMishap.Lost => 0, EventMishap.Doubled => 2, _ => 1 }; times > 0; times--)
            {
                Deliver(instance, raised);
            }
        }
    }

    private WorkItem? TakeNext(DateTimeOffset until)
    {
        lock (_gate)
        {
            return _agenda.TakeNext(until);
        }
    }

    private Task DoAsync(WorkItem work, CancellationToken cancellationToken)
    {
        switch (work)
        {
            case WorkItem.Activity activity:
                return RunActivityAsync(activity, cancellationToken);
            case WorkItem.Timer timer:
                lock (_gate)
                {
                    Answer(timer, new HistoryEvent(HistoryKind.TimerFired, timer.Task));
                }

                break;
            default:
                lock (_gate)
                {
                    RunTurn(work.Instance);
                }

                break;
        }

        return Task.CompletedTask;
    }

    private void RunTurn(VirtualInstance instance)
    {
        if (instance.Inbox.Count == 0 || instance.IsOver)
        {
            return;
        }

        // What has come together may be looked at together, or one after the other.
        var batch = instance.Inbox.Count == 1 ? 1 : instance.Inbox.Count - _choose(instance.Inbox.Count);
        var now = Time.GetUtcNow();
        var turn = new Turn(now.UtcDateTime, [.. Enumerable.Range(0, batch).Select(_ => instance.Inbox.Dequeue())]);
        instance.Turns.Add(turn);
        instance.Status = OrchestrationRuntimeStatus.Running;
        instance.LastUpdatedAt = now;
        var outcome = Replay.Run(instance, _functions.Orchestrator(instance.Name), Version, Loggers, () => Stray(instance));
        instance.MeasureHistory();
        _payloads.AddRange(turn.Received.Concat(turn.Actions!).SelectMany(happened => happened.Texts));
        foreach (var action in turn.Actions!)
        {
            Carry(instance, action);
        }

        if (outcome is { } ended)
        {
            _payloads.AddRange(ended.Ended.Texts);
            End(instance, ended.Ended, ended.CarriedOver);
        }

        _agenda.AddTurn(instance);
    }

    private void Carry(VirtualInstance instance, HistoryEvent action)
    {
        switch (action.Kind)
        {
            case HistoryKind.ActivityScheduled:
                _agenda.Add(new WorkItem.Activity(instance, instance.Rounds, action.Task, action.Name!, action.Payload));
                break;
            case HistoryKind.SubOrchestrationCreated:
                Add(VirtualInstance.ChildOf(instance, action, Time.GetUtcNow()));
                break;
            case HistoryKind.TimerCreated:
                _agenda.Add(new WorkItem.Timer(instance, instance.Rounds, action.Task, action.At!.Value));
                break;
            case HistoryKind.CustomStatusSet:
                instance.CustomStatus = action.Payload;
                break;
            default:
                break;
        }
    }

    private void End(VirtualInstance instance, HistoryEvent ended, IReadOnlyList<HistoryEvent> carriedOver)
    {
        if (ended.Kind == HistoryKind.ContinuedAsNew)
        {
            instance.ContinueAsNew(ended.Payload, carriedOver);
            return;
        }

        instance.Status = ended.Kind == HistoryKind.Completed ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed;
        instance.Output = ended.Payload;
        instance.Failure = ended.Failure;
        if (instance.Parent is { } parent && _instances.TryGetValue(parent.InstanceId, out var waiting) && waiting.Rounds == instance.ParentRound)
        {
            Deliver(waiting, ended.Kind == HistoryKind.Completed
                ? new HistoryEvent(HistoryKind.SubOrchestrationCompleted, instance.ParentTask, instance.Name, ended.Payload)
                : new HistoryEvent(HistoryKind.SubOrchestrationFailed, instance.ParentTask, instance.Name, Failure: ended.Failure));
        }
    }

    private async Task RunActivityAsync(WorkItem.Activity activity, CancellationToken cancellationToken)
    {
        var answers = await _desk.RunAsync(activity, cancellationToken);
        lock (_gate)
        {
            if (answers.Count == 0)
            {
                _agenda.Add(activity);
            }

            foreach (var answer in answers)
            {
                Answer(activity, answer);
            }
        }
    }

    private void Add(VirtualInstance instance)
    {
        _instances[instance.Id] = instance;
        _agenda.AddTurn(instance);
    }

    // An answer to a round that is over is an answer to nobody.
    private void Answer(WorkItem asked, HistoryEvent answer)
    {
        if (asked.Round == asked.Instance.Rounds && _instances.GetValueOrDefault(asked.Instance.Id) == asked.Instance && !asked.Instance.IsOver)
        {
            Deliver(asked.Instance, answer);
        }
    }

    private void Deliver(VirtualInstance instance, HistoryEvent happened)
    {
        instance.Inbox.Enqueue(happened);
        _agenda.AddTurn(instance);
    }

    private void Stray(VirtualInstance instance) => Interlocked.CompareExchange(
        ref _fault,
        new NonDeterministicOrchestratorException($"{instance.Name} {instance.Id} went on by itself, on a thread of its own: it awaited something that its context did not give."),
        null);
}
