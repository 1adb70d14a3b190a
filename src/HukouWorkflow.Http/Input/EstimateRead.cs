using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Input;

/// <summary>Facts to estimate from.</summary>
/// <param name="Pack">The city's pack.</param>
/// <param name="Facts">The facts.</param>
internal sealed record EstimateRead(PolicyPack Pack, SettlementFacts Facts);
