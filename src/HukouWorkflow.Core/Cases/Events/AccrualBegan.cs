namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The clock runs, for the first time or again.</summary>
public sealed record AccrualBegan() : CaseEvent;
