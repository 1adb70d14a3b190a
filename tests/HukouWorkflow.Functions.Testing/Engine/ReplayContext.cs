using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>
/// What an orchestrator sees of the world in one replay: nothing but its history. Timers are cut, retries are timed and
/// events are kept as the isolated worker does it (durabletask-dotnet 1.25).
/// </summary>
internal sealed class ReplayContext(string name, string instanceId, ParentOrchestrationInstance? parent, string? input, string version, ILoggerFactory loggers) : TaskOrchestrationContext
{
    /// <summary>The longest a single timer runs; longer waits are cut. A worker setting that must not change under instances in flight.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(3);

    private readonly Dictionary<int, TaskCompletionSource<string?>> _open = [];
    private readonly EventInbox _events = new();
    private List<HistoryEvent> _actions = [];
    private int _tasks;
    private int _guids;

    public override TaskName Name => new(name);

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent => parent;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    public override string Version => version;

    public DateTime Now { get; set; }

    public bool Replaying { get; set; }

    /// <summary>The continue-as-new that was asked for, or null.</summary>
    public HistoryEvent? Next { get; private set; }

    /// <summary>The events that go with it, in order.</summary>
    public List<HistoryEvent> CarriedOver { get; } = [];

    /// <summary>Whether activities, timers or sub-orchestrations are still open: until they are not, no orchestration ends.</summary>
    public bool HasOpenTasks => _open.Count > 0;

    /// <summary>Whether anything that may yet come is waited for.</summary>
    public bool Waits => HasOpenTasks || _events.HasWaiters;

    protected override ILoggerFactory LoggerFactory => loggers;

    /// <summary>What was asked for since the last call.</summary>
    public IReadOnlyList<HistoryEvent> TakeActions()
    {
        var taken = _actions;
        _actions = [];
        return taken;
    }

    public override T? GetInput<T>()
        where T : default => WorkerJson.Instance.Deserialize<T>(input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var payload = WorkerJson.Instance.Serialize(input);
        return WorkerJson.Instance.Deserialize<TResult>(await RetryAsync(() => CallAsync(HistoryKind.ActivityScheduled, name, payload), options))!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var payload = WorkerJson.Instance.Serialize(input);
        return WorkerJson.Instance.Deserialize<TResult>(await RetryAsync(() => CallAsync(HistoryKind.SubOrchestrationCreated, orchestratorName, payload), options))!;
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var end = fireAt.ToUniversalTime();
        while (end - Now > LongestTimer && !cancellationToken.IsCancellationRequested)
        {
            await CreateSingleTimer(Now + LongestTimer, cancellationToken);
        }

        await CreateSingleTimer(end, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        _events.WaitAsync<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        throw new NotSupportedException("No orchestrator here sends events.");

    public override void SetCustomStatus(object? customStatus) =>
        _actions.Add(new HistoryEvent(HistoryKind.CustomStatusSet, Payload: WorkerJson.Instance.Serialize(customStatus)));

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Next = new HistoryEvent(HistoryKind.ContinuedAsNew, Payload: WorkerJson.Instance.Serialize(newInput));
        if (preserveUnprocessedEvents)
        {
            CarriedOver.AddRange(_events.TakeAll());
        }
    }

    public override Guid NewGuid() => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId}_{Now:o}_{_guids++}"))[..16]);

    /// <summary>Delivers one event of the history. What belongs to no open task has come twice, or too late, and is passed over.</summary>
    public void Deliver(HistoryEvent happened)
    {
        switch (happened.Kind)
        {
            case HistoryKind.EventRaised when Next is not null:
                CarriedOver.Add(happened);
                break;
            case HistoryKind.EventRaised:
                _events.Add(happened);
                break;
            case HistoryKind.ActivityFailed or HistoryKind.SubOrchestrationFailed:
                if (_open.Remove(happened.Task, out var failed))
                {
                    failed.SetException(new TaskFailedException(happened.Name!, happened.Task, happened.Failure!));
                }

                break;
            default:
                if (_open.Remove(happened.Task, out var completed))
                {
                    completed.SetResult(happened.Payload);
                }

                break;
        }
    }

    private Task<string?> CallAsync(HistoryKind kind, TaskName callee, string? payload) =>
        Open(task => new HistoryEvent(kind, task, callee, payload)).Completion.Task;

    private Task<string?> CreateSingleTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var (task, completion) = Open(task => new HistoryEvent(HistoryKind.TimerCreated, task, At: fireAt));
        cancellationToken.Register(() =>
        {
            if (_open.Remove(task))
            {
                _actions.Add(new HistoryEvent(HistoryKind.TimerCancelled, task));
                completion.SetCanceled(cancellationToken);
            }
        });
        return completion.Task;
    }

    private (int Task, TaskCompletionSource<string?> Completion) Open(Func<int, HistoryEvent> ask)
    {
        var task = _tasks++;
        var completion = new TaskCompletionSource<string?>();
        _open.Add(task, completion);
        _actions.Add(ask(task));
        return (task, completion);
    }

    private async Task<string?> RetryAsync(Func<Task<string?>> call, TaskOptions? options)
    {
        if (options?.Retry?.Policy is not { } policy)
        {
            return await call();
        }

        var began = Now;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException) when (attempt < policy.MaxNumberOfAttempts && (policy.RetryTimeout < TimeSpan.Zero || Now < began + policy.RetryTimeout))
            {
                // Waited for below: the worker's own timer.
            }
            catch (TaskFailedException) when (attempt == policy.MaxNumberOfAttempts)
            {
                // The worker sets one timer too many after the last attempt, due at once; histories in flight depend on it.
                await CreateSingleTimer(Now, CancellationToken.None);
                throw;
            }

            var wait = policy.FirstRetryInterval * Math.Pow(policy.BackoffCoefficient, attempt - 1);
            await CreateSingleTimer(Now + (wait < policy.MaxRetryInterval ? wait : policy.MaxRetryInterval), CancellationToken.None);
        }
    }
}
