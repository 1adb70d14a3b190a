using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Sqlite;

/// <summary>What verification found for one case.</summary>
/// <param name="Number">The case's number in the file, from 1, in the order of arrival.</param>
/// <param name="Id">The case, or null where its own row is gone and only the number is known.</param>
/// <param name="Entries">How many entries its journal has.</param>
/// <param name="Broken">The first link that does not hold, or null where all do.</param>
public readonly record struct CaseVerdict(long Number, CaseId? Id, int Entries, BrokenLink? Broken);
