namespace HukouWorkflow.Local.Simulation;

/// <summary>Who lives in a home of their own.</summary>
/// <param name="OwnedOnArrival">The share that does from the first day.</param>
/// <param name="BuysPerYear">The share of the others that buys one in a year.</param>
internal sealed record HousingHabits(double OwnedOnArrival, double BuysPerYear);
