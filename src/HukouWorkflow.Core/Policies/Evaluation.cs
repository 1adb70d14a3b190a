namespace HukouWorkflow.Core.Policies;

/// <summary>What every version that may apply gives.</summary>
/// <param name="Best">The most favourable: met earliest; on a tie the earlier version.</param>
/// <param name="Results">Each version's result, in order of version; never empty.</param>
public sealed record Evaluation(VersionEvaluation Best, IReadOnlyList<VersionEvaluation> Results);
