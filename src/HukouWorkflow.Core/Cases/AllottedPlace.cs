using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>A place within a city's annual quota.</summary>
/// <param name="Year">The year of the quota.</param>
/// <param name="On">The day places were given.</param>
/// <param name="Rank">The rank reached, from 1.</param>
/// <param name="Points">The points on that day.</param>
public sealed record AllottedPlace(int Year, LocalDate On, int Rank, decimal Points);
