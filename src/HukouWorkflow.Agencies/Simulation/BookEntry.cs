namespace HukouWorkflow.Agencies.Simulation;

/// <summary>One line of an agency's books, without personal data.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Person">Stands for the person, alike in all books of one simulator; it cannot be turned back.</param>
/// <param name="Outcome">What the agency answered.</param>
/// <param name="Reason">The code it gave, or null.</param>
/// <param name="Reference">The reference of what it granted, or null.</param>
/// <param name="Requested">How often the key arrived, including attempts that met a fault.</param>
internal sealed record BookEntry(string Key, string Person, string Outcome, string? Reason, string? Reference, int Requested);
