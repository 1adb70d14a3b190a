using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>
/// What is released stays: nobody's settlement may move to a later day because a rule in force was rewritten. A pack
/// changes by values and routes with a date of today or later, beside which every open case keeps what it had.
/// </summary>
public static class Retroactivity
{
    /// <summary>Finds where a book is stricter than the one before it. What cannot be compared counts as stricter.</summary>
    /// <param name="before">The book in force.</param>
    /// <param name="after">The book that is to take its place.</param>
    /// <param name="today">The day, in China; versions that begin later may still be rewritten.</param>
    /// <returns>What is stricter, by file and line; empty where nothing is.</returns>
    public static IReadOnlyList<PackProblem> Check(PolicyBook before, PolicyBook after, LocalDate today)
    {
        var problems = new List<PackProblem>();
        foreach (var pack in before.Packs.Where(pack => pack.VersionOn(today) is not null))
        {
            if (after.Find(pack.Id) is { } successor)
            {
                new PackSuccession(pack, successor, today, problems).Check();
            }
            else
            {
                problems.Add(new($"policies/{pack.Id}/pack.yaml", 1, "packVanished", $"The pack '{pack.Id}' is in force, and cases wait under it. Put it back; let its routes end with 'until' on {today:uuuu'-'MM'-'dd} or later."));
            }
        }

        // One rule is asked in many district classes; its line is told once.
        return [.. problems.DistinctBy(problem => (problem.File, problem.Line, problem.Rule)).OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }
}
