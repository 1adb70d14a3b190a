namespace HukouWorkflow.Core.Cases.Events;

/// <summary>New facts or evidence arrived while a person was to decide; the registers are asked again, since a grant may still be automatic.</summary>
public sealed record ChecksReopened() : CaseEvent;
