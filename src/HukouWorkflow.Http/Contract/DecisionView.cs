using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A decision.</summary>
/// <param name="Outcome">How it was decided.</param>
/// <param name="By">Who decided: system, or a caseworker.</param>
/// <param name="At">When.</param>
/// <param name="Reasons">Why.</param>
public sealed record DecisionView(
    DecisionOutcome Outcome,
    string By,
    Instant At,
    IReadOnlyList<ReasonView> Reasons);
