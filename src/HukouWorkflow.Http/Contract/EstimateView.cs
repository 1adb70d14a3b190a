using HukouWorkflow.Core.Identity;
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
/// <param name="City">The city.</param>
/// <param name="District">The district, or null where none was stated.</param>
/// <param name="Text">The estimate in a paragraph, in the language asked for.</param>
/// <param name="Remedy">The soonest day, or the smallest change that would do; null where nothing is missing.</param>
/// <param name="Routes">Each route of the best version, the soonest first; those without a day last.</param>
/// <param name="IsUnverified">Whether anything that the estimate rests on is unverified, and so not to be taken for law.</param>
/// <param name="Assumptions">What was taken for granted because it was not stated.</param>
/// <param name="Unknowns">What is not known about the city's rules.</param>
public sealed record EstimateView(
    string Pack,
    LocalDate AsOf,
    string? Route,
    LocalDate? MetOn,
    IReadOnlyList<string> Missing,
    VersionEvaluation Best,
    IReadOnlyList<VersionEvaluation> Results,
    DivisionCode City,
    DivisionCode? District,
    string Text,
    string? Remedy,
    IReadOnlyList<RouteEstimateView> Routes,
    bool IsUnverified,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<string> Unknowns);
