namespace HukouWorkflow.Local.Simulation;

/// <summary>A number between two, both included, each as likely as any other.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
internal readonly record struct DayRange(int Least, int Most);
