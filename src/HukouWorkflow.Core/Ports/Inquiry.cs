using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Ports;

/// <summary>What an agency is told: who, and what was stated. It lives as long as one call and is written nowhere.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Person">0 where the applicant is meant, otherwise the household member's number.</param>
/// <param name="Facts">What was stated.</param>
/// <param name="Personal">Who it is. Personal data.</param>
public sealed record Inquiry(EffectKey Key, int Person, SettlementFacts Facts, PersonalData Personal)
{
    /// <summary>The key alone: the rest is personal.</summary>
    public override string ToString() => $"Inquiry {Key}";
}
