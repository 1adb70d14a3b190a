using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Contract;

/// <summary>A reason.</summary>
/// <param name="Text">In words.</param>
/// <param name="Article">The article it rests on, or null.</param>
/// <param name="Status">Whether that article was read in the text itself, or null where there is none. What is unverified is not to be taken for law.</param>
public sealed record ReasonView(
    string Text,
    string? Article,
    ValueStatus? Status);
