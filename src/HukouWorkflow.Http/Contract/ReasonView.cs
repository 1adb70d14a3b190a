namespace HukouWorkflow.Http.Contract;

/// <summary>A reason.</summary>
/// <param name="Text">In words.</param>
/// <param name="Article">The article it rests on, or null.</param>
public sealed record ReasonView(
    string Text,
    string? Article);
