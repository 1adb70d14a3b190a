using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The case was handed to a person. No register and no rule refuses by itself (PIPL art. 24).</summary>
/// <param name="Causes">Why.</param>
/// <param name="DecideBy">The day a decision is due: twenty working days, by analogy with Administrative Licensing Law art. 42.</param>
public sealed record ReviewOpened(IReadOnlyList<ReviewCause> Causes, LocalDate DecideBy) : CaseEvent;
