namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>An activity about to run.</summary>
/// <param name="Instance">The orchestration that called it.</param>
/// <param name="Name">Its function's name.</param>
/// <param name="Input">Its input as JSON, or null.</param>
/// <param name="At">When (UTC, by the engine's clock).</param>
public sealed record ActivityRun(string Instance, string Name, string? Input, DateTime At);
