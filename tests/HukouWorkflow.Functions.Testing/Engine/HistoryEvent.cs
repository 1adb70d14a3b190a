using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>Something that came to an orchestration, or that it asked for. Two are equal where an orchestrator could not tell them apart.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Task">The number, in the execution, of the task it belongs to; -1 where it belongs to none.</param>
/// <param name="Name">What is called or raised, or null.</param>
/// <param name="Payload">The JSON that goes with it, or null.</param>
/// <param name="At">When a timer fires (UTC), or null.</param>
/// <param name="Failure">What went wrong, or null.</param>
public sealed record HistoryEvent(
    HistoryKind Kind,
    int Task = -1,
    string? Name = null,
    string? Payload = null,
    DateTime? At = null,
    TaskFailureDetails? Failure = null)
{
    /// <summary>Whether the engines keep it in a history.</summary>
    internal bool IsKept => Kind is not (HistoryKind.TimerCancelled or HistoryKind.CustomStatusSet);

    /// <summary>All that it holds of JSON and of failures' words.</summary>
    internal IEnumerable<string> Texts
    {
        get
        {
            if (Payload is not null)
            {
                yield return Payload;
            }

            for (var failure = Failure; failure is not null; failure = failure.InnerFailure)
            {
                yield return $"{failure.ErrorType}: {failure.ErrorMessage} {failure.StackTrace}";
            }
        }
    }
}
