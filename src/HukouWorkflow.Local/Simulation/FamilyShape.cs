namespace HukouWorkflow.Local.Simulation;

/// <summary>Who moves along.</summary>
/// <param name="Spouse">The share that comes with a spouse.</param>
/// <param name="Children">The shares that come with no child, one, two, and so on; their sum is 1.</param>
/// <param name="ChildAge">A child's age in years when the family arrives.</param>
internal sealed record FamilyShape(double Spouse, IReadOnlyList<double> Children, DayRange ChildAge);
