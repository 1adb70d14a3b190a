using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>Someone whom a simulated register contradicts. Personal data.</summary>
/// <param name="ResidentId">The applicant's identity number.</param>
/// <param name="Register">The register.</param>
public sealed record ContradictedPerson(string ResidentId, Register Register)
{
    /// <summary>A mask, never the number.</summary>
    public override string ToString() => "ContradictedPerson(masked)";
}
