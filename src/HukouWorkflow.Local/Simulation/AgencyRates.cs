namespace HukouWorkflow.Local.Simulation;

/// <summary>How a benefit agency answers.</summary>
/// <param name="Declined">The share of attempts it declines, so that a person looks and it is asked again a week later.</param>
/// <param name="NoAnswer">The share of attempts that bring no answer.</param>
internal sealed record AgencyRates(double Declined, double NoAnswer);
