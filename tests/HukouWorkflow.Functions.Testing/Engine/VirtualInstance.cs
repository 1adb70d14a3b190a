using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>An orchestration as the engine keeps it.</summary>
public sealed class VirtualInstance
{
    private readonly Dictionary<HistoryKind, int> _happened = [];

    internal VirtualInstance(string id, string name, string? input, ParentOrchestrationInstance? parent, int parentTask, DateTimeOffset createdAt)
    {
        Id = id;
        Name = name;
        Input = input;
        Parent = parent;
        ParentTask = parentTask;
        CreatedAt = createdAt;
        LastUpdatedAt = createdAt;
        Inbox.Enqueue(new HistoryEvent(HistoryKind.ExecutionStarted, Name: name, Payload: input));
    }

    public string Id { get; }

    public string Name { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastUpdatedAt { get; internal set; }

    public OrchestrationRuntimeStatus Status { get; internal set; } = OrchestrationRuntimeStatus.Pending;

    /// <summary>The input of the present round as JSON, or null.</summary>
    public string? Input { get; internal set; }

    public string? Output { get; internal set; }

    public string? CustomStatus { get; internal set; }

    public TaskFailureDetails? Failure { get; internal set; }

    /// <summary>How often it has begun: once, and once more with every continue-as-new.</summary>
    public int Rounds { get; private set; } = 1;

    /// <summary>The most events its history has ever held.</summary>
    public int LargestHistory { get; private set; }

    /// <summary>How often its orchestrator has been run, over all rounds.</summary>
    public int TurnCount { get; private set; }

    /// <summary>How much of each kind it has received and asked for, over all rounds.</summary>
    public IReadOnlyDictionary<HistoryKind, int> Happened => _happened;

    /// <summary>What the present round has received and asked for, in order.</summary>
    public IEnumerable<HistoryEvent> History => Turns.SelectMany(turn => turn.Received.Concat(turn.Actions!));

    internal ParentOrchestrationInstance? Parent { get; }

    internal int ParentTask { get; }

    /// <summary>The round of the parent that waits for this one.</summary>
    internal int ParentRound { get; init; }

    internal List<Turn> Turns { get; } = [];

    /// <summary>What has come and is not in the history yet.</summary>
    internal Queue<HistoryEvent> Inbox { get; } = [];

    /// <summary>Events that an injected mishap holds back until the round has ended.</summary>
    internal List<HistoryEvent> Held { get; } = [];

    internal bool IsOver => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed;

    internal static VirtualInstance ChildOf(VirtualInstance parent, HistoryEvent created, DateTimeOffset now) => new(
        $"{parent.Id}:{parent.Rounds}:{created.Task}",
        created.Name!,
        created.Payload,
        new ParentOrchestrationInstance(new TaskName(parent.Name), parent.Id),
        created.Task,
        now)
    {
        ParentRound = parent.Rounds,
    };

    /// <summary>Measures what the newest turn has added.</summary>
    internal void MeasureHistory()
    {
        LargestHistory = Math.Max(LargestHistory, Turns.Sum(turn => turn.HistoryLength));
        TurnCount++;
        foreach (var (kind, count) in Turns[^1].Received.Concat(Turns[^1].Actions!).CountBy(happened => happened.Kind))
        {
            _happened[kind] = _happened.GetValueOrDefault(kind) + count;
        }
    }

    /// <summary>Begins anew: with no history, and with the events that were not looked at.</summary>
    internal void ContinueAsNew(string? input, IEnumerable<HistoryEvent> carriedOver)
    {
        HistoryEvent[] waiting = [.. Inbox.Where(waits => waits.Kind == HistoryKind.EventRaised)];
        Turns.Clear();
        Inbox.Clear();
        Rounds++;
        Input = input;
        Inbox.Enqueue(new HistoryEvent(HistoryKind.ExecutionStarted, Name: Name, Payload: input));
        foreach (var kept in carriedOver.Concat(waiting).Concat(Held))
        {
            Inbox.Enqueue(kept);
        }

        Held.Clear();
    }
}
