using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The person was away from the city.</summary>
/// <param name="From">The first day away.</param>
/// <param name="To">The day of return.</param>
public sealed record AbsenceStated(LocalDate From, LocalDate To) : FactStated;
