namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>
/// What <c>AdvanceCase</c> tells the orchestrator. It is all that orchestrators know of a case, and is kept in their
/// histories: no personal data, and no field may change its meaning while instances are in flight.
/// </summary>
/// <param name="Status">Where the case stands, as the contract words it; <c>quarantined</c> where its journal is broken.</param>
/// <param name="Closed">Whether nothing can move the case any more.</param>
/// <param name="WakeAt">When to look again (UTC); null where only a person or a new fact can move the case.</param>
/// <param name="Checks">The register checks that are due.</param>
/// <param name="Benefits">The benefit requests that are due.</param>
public sealed record CaseStep(string Status, bool Closed, DateTime? WakeAt, IReadOnlyList<DueEffect> Checks, IReadOnlyList<DueEffect> Benefits);
