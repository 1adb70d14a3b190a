namespace HukouWorkflow.Core.Policies;

/// <summary>Where something stands in the packs, for the message about it.</summary>
internal readonly record struct SourceLine(string File, int Line);
