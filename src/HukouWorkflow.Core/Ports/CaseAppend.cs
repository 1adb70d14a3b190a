using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>One atomic append to a case.</summary>
public sealed record CaseAppend
{
    /// <summary>The case as the events leave it; its version is the expected one plus their number.</summary>
    public required CaseState State { get; init; }

    /// <summary>The events, in order. May be empty where only an idempotent answer is to be kept.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>When, by the service's clock; never before the case's last entry.</summary>
    public required Instant At { get; init; }

    /// <summary>When the case must be looked at next, or null where it waits for a person or is closed.</summary>
    public required Instant? NextWake { get; init; }

    /// <summary>The day by which somebody must do something, for work lists; null where nobody must.</summary>
    public required LocalDate? Due { get; init; }

    /// <summary>For the first append of a case: who must have no other open case. Null for later ones.</summary>
    public PersonKey? Person { get; init; }

    /// <summary>Personal data to keep with the case, sealed.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Personal { get; init; } = [];

    /// <summary>The answer to keep under an idempotency key, or null.</summary>
    public IdempotentAnswer? Answer { get; init; }

    /// <summary>The version the case must be at for the append to be made; 0 where it must not exist.</summary>
    public int ExpectedVersion => State.Version - Events.Count;

    /// <summary>Refuses an append that contradicts itself, before a store writes anything.</summary>
    /// <param name="append">The append.</param>
    /// <exception cref="ArgumentException">It can never be made.</exception>
    public static void ThrowIfContradictory(CaseAppend append)
    {
        if (append.ExpectedVersion < 0)
        {
            throw new ArgumentException("A case's version counts the events appended.", nameof(append));
        }

        if (append.Person is not null && (append.ExpectedVersion > 0 || append.Events.Count == 0))
        {
            throw new ArgumentException("A person is reserved by the first append of a case, and by no other.", nameof(append));
        }

        if (append.State.Version == 0 ? append.Personal.Count > 0 : append.State.Facts is null)
        {
            throw new ArgumentException("A case begins with the application received.", nameof(append));
        }
    }
}
