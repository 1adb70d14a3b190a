using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Cases;

/// <summary>What the decider makes of a command: events (none: there was nothing to do), or a rejection.</summary>
/// <param name="Events">What happens, in order.</param>
/// <param name="Rejection">Why nothing can, or null.</param>
public readonly record struct Decision(IReadOnlyList<CaseEvent> Events, Rejection? Rejection)
{
    /// <summary>The case once they have happened, or null where it was rejected.</summary>
    public CaseState? After { get; init; }

    /// <summary>How <see cref="After"/> was judged on the way, or null where it was not: <see cref="Effects.Of"/> need not judge it again.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>Nothing to do.</summary>
    public static Decision Nothing { get; } = new([], null);

    /// <summary>These events happen.</summary>
    public static Decision Of(params IReadOnlyList<CaseEvent> events) => new(events, null);

    /// <summary>It cannot be done.</summary>
    public static Decision Reject(Rejection why) => new([], why);
}
