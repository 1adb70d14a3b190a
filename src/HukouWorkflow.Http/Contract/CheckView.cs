using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>What a register said.</summary>
/// <param name="Register">The register.</param>
/// <param name="Outcome">Its answer, or null while there is none.</param>
/// <param name="Reason">A code of the register's own.</param>
/// <param name="At">When it answered.</param>
public sealed record CheckView(
    Register Register,
    CheckOutcome? Outcome,
    string? Reason,
    Instant? At);
