namespace HukouWorkflow.Local.Simulation;

/// <summary>How permits are endorsed from year to year.</summary>
/// <param name="Late">The share of endorsements that come late.</param>
/// <param name="DaysLate">Days after the anniversary, of those.</param>
/// <param name="GivesUp">The share of holders who, in any year, stop endorsing for good.</param>
internal sealed record EndorsementHabits(double Late, DayRange DaysLate, double GivesUp);
