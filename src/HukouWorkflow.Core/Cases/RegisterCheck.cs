using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>One question to one register in the present round, and what became of it.</summary>
/// <param name="Effect">The effect's number in the case; with the case id it is the idempotency key.</param>
/// <param name="Register">The register asked.</param>
/// <param name="Attempts">Attempts that failed so far.</param>
/// <param name="DueAt">When it is to be asked (again).</param>
/// <param name="Outcome">The answer, or null while there is none.</param>
/// <param name="Reason">The register's code, or the code of the last failure; null where there is none.</param>
/// <param name="At">When it answered, or null.</param>
public sealed record RegisterCheck(
    int Effect,
    Register Register,
    int Attempts,
    Instant DueAt,
    CheckOutcome? Outcome,
    string? Reason,
    Instant? At);
