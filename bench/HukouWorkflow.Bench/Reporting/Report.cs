namespace HukouWorkflow.Bench.Reporting;

/// <summary>What one measurement came to.</summary>
/// <param name="Name">The measurement's name, and that of its files.</param>
/// <param name="Machine">The machine it ran on.</param>
/// <param name="Settings">What was set how.</param>
/// <param name="Figures">The figures, in the order they are told.</param>
internal sealed record Report(string Name, string Machine, IReadOnlyList<string> Settings, IReadOnlyList<Figure> Figures);
