using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>What partial facts come to by one route.</summary>
/// <param name="Route">The route.</param>
/// <param name="Title">What it is called, in the language asked for.</param>
/// <param name="Version">The version it is judged under, by the day it came into force.</param>
/// <param name="Verdict">Whether it is met today.</param>
/// <param name="MetOn">The day it was or will be met as things stand, or null.</param>
/// <param name="Text">The same in a sentence.</param>
/// <param name="Missing">What is not met yet, or not stated.</param>
/// <param name="IsUnverified">Whether the route or anything it asks rests on something unverified.</param>
public sealed record RouteEstimateView(
    string Route,
    string Title,
    LocalDate Version,
    Verdict Verdict,
    LocalDate? MetOn,
    string Text,
    IReadOnlyList<MissingView> Missing,
    bool IsUnverified);
