namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The applicant took the application back.</summary>
public sealed record ApplicationWithdrawn() : CaseEvent;
