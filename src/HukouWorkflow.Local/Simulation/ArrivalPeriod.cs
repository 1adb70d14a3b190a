using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>People who take up residence, spread evenly over a run of days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after.</param>
/// <param name="People">How many in all, 1 or more.</param>
/// <param name="IsSourced">Whether a source is named for them; otherwise they are assumed.</param>
internal sealed record ArrivalPeriod(LocalDate From, LocalDate To, long People, bool IsSourced);
