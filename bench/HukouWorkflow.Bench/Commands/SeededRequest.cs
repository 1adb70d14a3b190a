using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Bench.Commands;

/// <summary>What a measurement in seeded folders was asked for.</summary>
/// <param name="Quick">Whether it is to be quick.</param>
/// <param name="Out">The folder for what is written.</param>
/// <param name="Place">Where seeded folders are made.</param>
/// <param name="Book">The rules that cases are decided by.</param>
internal sealed record SeededRequest(bool Quick, string Out, SeedPlace Place, PolicyBook Book)
{
    /// <summary>A folder of open cases with mixed maturity dates.</summary>
    public Task<SeededFolder> OpenAsync(int cases, CancellationToken cancellationToken) => SeededFolder.OpenAsync(new SeedPlan(cases), Place, Book, cancellationToken);
}
