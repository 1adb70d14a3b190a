namespace HukouWorkflow.Core.Policies;

/// <summary>What a rule or a value rests on.</summary>
/// <param name="Document">The text it was read from, or the report of it.</param>
/// <param name="Article">The article, or null where the source is not divided into articles.</param>
/// <param name="Link">Where to read it, or null.</param>
/// <param name="Status">Whether it was read in the text itself. What is unverified is never presented as law.</param>
public sealed record Citation(string Document, string? Article, Uri? Link, ValueStatus Status);
