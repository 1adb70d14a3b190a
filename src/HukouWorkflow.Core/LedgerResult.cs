using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Core;

/// <summary>What became of commands on a case.</summary>
public abstract record LedgerResult
{
    private LedgerResult()
    {
    }

    /// <summary>They are carried out and on the disk.</summary>
    /// <param name="State">The case now.</param>
    /// <param name="Effects">What it owes now.</param>
    public sealed record Done(CaseState State, Effects Effects) : LedgerResult;

    /// <summary>They cannot be carried out as the case stands; nothing was written.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Rejected(Rejection Why) : LedgerResult;

    /// <summary>The person has an open case; nothing was written.</summary>
    /// <param name="Case">That case.</param>
    public sealed record PersonHasOpenCase(CaseId Case) : LedgerResult;

    /// <summary>The idempotency key was used before; nothing was written.</summary>
    /// <param name="Answer">What was kept under it.</param>
    public sealed record AnsweredBefore(IdempotentAnswer Answer) : LedgerResult;
}
