using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>Runs an orchestrator's code over its whole history, and holds it to having done the same before.</summary>
internal sealed class Replay
{
    private readonly VirtualInstance _instance;
    private readonly ReplayContext _context;
    private readonly OrchestratorThread _thread;
    private readonly Func<TaskOrchestrationContext, Task<object?>> _orchestrator;
    private Task<object?>? _result;

    private Replay(VirtualInstance instance, Func<TaskOrchestrationContext, Task<object?>> orchestrator, string version, ILoggerFactory loggers, Action strayed)
    {
        _instance = instance;
        _orchestrator = orchestrator;
        _thread = new OrchestratorThread(strayed);
        _context = new ReplayContext(instance.Name, instance.Id, instance.Parent, instance.Input, version, loggers);
    }

    /// <summary>
    /// Runs the newest turn, and then all of them once more: the first run learns what is asked for, the second must ask for
    /// the same.
    /// </summary>
    /// <returns>How the orchestration ended with this turn, and the events it carries over; null where it goes on.</returns>
    /// <exception cref="NonDeterministicOrchestratorException">It asked for something else than before.</exception>
    public static (HistoryEvent Ended, IReadOnlyList<HistoryEvent> CarriedOver)? Run(
        VirtualInstance instance,
        Func<TaskOrchestrationContext, Task<object?>> orchestrator,
        string version,
        ILoggerFactory loggers,
        Action strayed)
    {
        Replay Again() => new(instance, orchestrator, version, loggers, strayed);
        var outcome = Again().Run(isNew: true);
        var repeated = Again().Run(isNew: false);
        return outcome?.Ended == repeated?.Ended
            ? outcome
            : throw new NonDeterministicOrchestratorException($"{instance.Name} {instance.Id} ended in another way when it was replayed: {Text(outcome?.Ended)}, then {Text(repeated?.Ended)}.");
    }

    private (HistoryEvent Ended, IReadOnlyList<HistoryEvent> CarriedOver)? Run(bool isNew)
    {
        foreach (var turn in _instance.Turns)
        {
            _context.Now = turn.At;
            _context.Replaying = !(isNew && turn == _instance.Turns[^1]);
            foreach (var received in turn.Received)
            {
                _thread.Run(() => Take(received));
            }

            var actions = _context.TakeActions();
            if (turn.Actions is { } before)
            {
                Compare(before, actions);
            }
            else
            {
                turn.Actions = actions;
            }
        }

        return Outcome();
    }

    private void Take(HistoryEvent received)
    {
        if (received.Kind == HistoryKind.ExecutionStarted)
        {
            _result = _orchestrator(_context);
        }
        else
        {
            _context.Deliver(received);
        }
    }

    private (HistoryEvent Ended, IReadOnlyList<HistoryEvent> CarriedOver)? Outcome()
    {
        if (!_result!.IsCompleted)
        {
            return _context.Waits
                ? null
                : throw new NonDeterministicOrchestratorException($"{_instance.Name} {_instance.Id} waits for something that is not in its history: only what its context gives may be awaited.");
        }

        if (_context.HasOpenTasks)
        {
            // The engine ends no orchestration before all it began has ended: a timer not cancelled keeps it.
            return null;
        }

        return _result.Exception?.InnerException is { } failure ? (Failed(failure), [])
            : _context.Next is { } next ? (next, _context.CarriedOver)
            : (new HistoryEvent(HistoryKind.Completed, Payload: WorkerJson.Instance.Serialize(_result.Result)), []);
    }

    private static HistoryEvent Failed(Exception failure) =>
        // Without the stack, which differs from one replay to the next.
        new(HistoryKind.Failed, Failure: new TaskFailureDetails(failure.GetType().FullName!, failure.Message, null, null, null));

    private void Compare(IReadOnlyList<HistoryEvent> before, IReadOnlyList<HistoryEvent> now)
    {
        for (var i = 0; i < Math.Max(before.Count, now.Count); i++)
        {
            var (first, second) = (before.ElementAtOrDefault(i), now.ElementAtOrDefault(i));
            if (first != second)
            {
                throw new NonDeterministicOrchestratorException(
                    $"{_instance.Name} {_instance.Id} did something else when it was replayed, at {_context.Now:O}, action {i}: {Text(first)}, then {Text(second)}.");
            }
        }
    }

    private static string Text(HistoryEvent? happened) => happened is null ? "nothing" : JsonSerializer.Serialize(happened);
}
