using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>Someone whom a simulated benefit agency declines. Personal data.</summary>
/// <param name="ResidentId">The identity number of the person the benefit is for.</param>
/// <param name="Benefit">The benefit.</param>
public sealed record DeclinedPerson(string ResidentId, BenefitKind Benefit)
{
    /// <summary>A mask, never the number.</summary>
    public override string ToString() => "DeclinedPerson(masked)";
}
