using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>What partial facts come to. Nothing was stored.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="AsOf">The day of the estimate.</param>
/// <param name="Route">The route met first, or null where none will be as things stand.</param>
/// <param name="MetOn">When.</param>
/// <param name="Missing">The rules of the best version that are not met yet.</param>
/// <param name="Best">The version most favourable.</param>
/// <param name="Results">Every version that may apply.</param>
public sealed record EstimateView(
    string Pack,
    LocalDate AsOf,
    string? Route,
    LocalDate? MetOn,
    IReadOnlyList<string> Missing,
    VersionEvaluation Best,
    IReadOnlyList<VersionEvaluation> Results);
