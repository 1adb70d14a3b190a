using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>How many cases stand at a status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Cases">How many, or null where suppressed.</param>
public sealed record StatusCountView(
    CaseStatus Status,
    long? Cases);
