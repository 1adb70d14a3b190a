using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>Why a person decides.</summary>
/// <param name="DecideBy">The day a decision is due.</param>
/// <param name="Reasons">Why.</param>
public sealed record ReviewView(
    LocalDate DecideBy,
    IReadOnlyList<ReasonView> Reasons);
