namespace HukouWorkflow.Local.Simulation;

/// <summary>One kind of absence from the city.</summary>
/// <param name="PerYear">The share of people it happens to in a year.</param>
/// <param name="Days">How long it lasts.</param>
internal sealed record AbsenceHabit(double PerYear, DayRange Days);
