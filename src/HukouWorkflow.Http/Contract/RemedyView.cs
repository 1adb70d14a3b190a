using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>What can be done against a decision.</summary>
/// <param name="Kind">The remedy.</param>
/// <param name="Until">The last day for it.</param>
public sealed record RemedyView(
    string Kind,
    LocalDate Until);
