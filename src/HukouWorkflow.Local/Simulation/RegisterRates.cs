namespace HukouWorkflow.Local.Simulation;

/// <summary>How a register answers.</summary>
/// <param name="Contradicted">The share of people whom it contradicts, however often it is asked.</param>
/// <param name="Unknown">The share of people of whom it has no record.</param>
/// <param name="NoAnswer">The share of attempts that bring no answer.</param>
internal sealed record RegisterRates(double Contradicted, double Unknown, double NoAnswer);
