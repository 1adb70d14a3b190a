using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Http.Contract;

/// <summary>How many cases a district has.</summary>
/// <param name="District">The district.</param>
/// <param name="Cases">How many, or null where suppressed.</param>
public sealed record DistrictCountView(
    DivisionCode District,
    long? Cases);
