using HukouWorkflow.Bench.Loading;

namespace HukouWorkflow.Bench.Reevaluating;

/// <summary>A change of packs while people applied.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Before">What applicants saw before it, by windows.</param>
/// <param name="During">What they saw meanwhile.</param>
internal sealed record LoadedReevaluation(ReevaluationTime Time, IReadOnlyList<LoadResult> Before, IReadOnlyList<LoadResult> During);
