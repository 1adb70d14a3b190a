namespace HukouWorkflow.Bench.Seeding;

/// <summary>Where seeded folders are made.</summary>
/// <param name="Temporary">The folder for those that are gone with the measurement.</param>
/// <param name="Kept">The folder for those that stay, to be used again; null where none does.</param>
internal sealed record SeedPlace(string Temporary, string? Kept)
{
    // Smaller ones are seeded in seconds, and what a measurement adds would change them too much.
    private const int FewestKept = 1_000_000;

    /// <summary>Whether a plan's folder stays.</summary>
    public bool Keeps(SeedPlan plan) => Kept is not null && plan is { Cases: >= FewestKept, FallDueOn: null };
}
