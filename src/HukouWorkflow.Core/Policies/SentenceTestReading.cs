namespace HukouWorkflow.Core.Policies;

/// <summary>What came of reading the sentence tests beside the packs.</summary>
/// <param name="Tests">The tests, by file and line; empty where there is any problem.</param>
/// <param name="Problems">What is wrong with the files.</param>
public sealed record SentenceTestReading(IReadOnlyList<SentenceTest> Tests, IReadOnlyList<PackProblem> Problems);
