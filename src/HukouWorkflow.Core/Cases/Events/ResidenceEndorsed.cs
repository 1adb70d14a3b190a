using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The residence permit was endorsed for another year.</summary>
/// <param name="On">The day of the endorsement.</param>
public sealed record ResidenceEndorsed(LocalDate On) : FactStated;
