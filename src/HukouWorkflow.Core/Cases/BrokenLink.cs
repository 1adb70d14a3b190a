namespace HukouWorkflow.Core.Cases;

/// <summary>The first place where a case's journal does not hold.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Fault">A code of <see cref="JournalFault"/>.</param>
public readonly record struct BrokenLink(int Version, string Fault);
