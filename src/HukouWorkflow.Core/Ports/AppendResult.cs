using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>It is on the disk.</summary>
    public sealed record Appended : AppendResult;

    /// <summary>The case is at another version than expected: load, decide again.</summary>
    public sealed record Conflict : AppendResult;

    /// <summary>The person has an open case; nothing was written.</summary>
    /// <param name="Case">That case.</param>
    public sealed record PersonHasOpenCase(CaseId Case) : AppendResult;

    /// <summary>The idempotency key was used before; nothing was written.</summary>
    /// <param name="Answer">What was kept under it.</param>
    public sealed record AnsweredBefore(IdempotentAnswer Answer) : AppendResult;
}
