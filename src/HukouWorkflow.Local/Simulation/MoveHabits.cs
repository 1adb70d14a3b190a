namespace HukouWorkflow.Local.Simulation;

/// <summary>How people move house.</summary>
/// <param name="WithinCity">The share that moves to another district of the city in a year.</param>
/// <param name="OutOfCity">The share that leaves the city in a year.</param>
/// <param name="Returns">The share of those who leave that comes back.</param>
/// <param name="ReturnsAfter">Days until then.</param>
internal sealed record MoveHabits(double WithinCity, double OutOfCity, double Returns, DayRange ReturnsAfter);
