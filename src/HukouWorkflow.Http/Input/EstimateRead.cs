using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Input;

/// <summary>Facts to estimate from.</summary>
/// <param name="Cities">Each city's pack, the district where one was stated, and the facts as they count there; in the order asked for.</param>
/// <param name="IsComparison">Whether a list was asked for; it may have one city only.</param>
/// <param name="IsStartAssumed">Whether no residence was stated, so that one from today on is assumed.</param>
internal sealed record EstimateRead(
    IReadOnlyList<(PolicyPack Pack, DivisionCode? District, SettlementFacts Facts)> Cities,
    bool IsComparison,
    bool IsStartAssumed);
