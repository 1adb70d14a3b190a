namespace HukouWorkflow.Http.Contract;

/// <summary>A withdrawal says nothing: an empty object.</summary>
public sealed record WithdrawalForm;
