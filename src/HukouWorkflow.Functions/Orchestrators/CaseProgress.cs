namespace HukouWorkflow.Functions.Orchestrators;

/// <summary>The custom status of an orchestration: what an operator sees of it without opening the case.</summary>
/// <param name="Status">Where the case stands, as the contract words it; <c>quarantined</c>, or <c>stalled</c> where an activity failed until its retries ended.</param>
/// <param name="WakeAt">When the orchestration looks again of itself (UTC); null where it has ended.</param>
/// <param name="OrchestrationVersion">The version of the orchestration's code; not that of the rules, which is in the journal.</param>
public sealed record CaseProgress(string Status, DateTime? WakeAt, string OrchestrationVersion);
