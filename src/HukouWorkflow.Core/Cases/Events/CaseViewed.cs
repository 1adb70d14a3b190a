namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A member of staff looked at the case.</summary>
/// <param name="By">The staff account's subject.</param>
/// <param name="Role">The role they looked in.</param>
public sealed record CaseViewed(string By, string Role) : CaseEvent;
