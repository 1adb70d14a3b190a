namespace HukouWorkflow.Core.Cases.Events;

/// <summary>Hukou and every benefit are granted.</summary>
public sealed record CaseSettled() : CaseEvent;
