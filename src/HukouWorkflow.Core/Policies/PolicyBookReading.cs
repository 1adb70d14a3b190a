namespace HukouWorkflow.Core.Policies;

/// <summary>What came of reading the packs: a book, or everything that is wrong with them.</summary>
/// <param name="Book">The book, or null where there is any problem.</param>
/// <param name="Problems">Every problem, by file and line; empty where there is a book.</param>
public sealed record PolicyBookReading(PolicyBook? Book, IReadOnlyList<PackProblem> Problems);
