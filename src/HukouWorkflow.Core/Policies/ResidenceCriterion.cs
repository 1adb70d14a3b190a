using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>Residence in the city, by the residence clock.</summary>
/// <param name="Citation">What it rests on.</param>
/// <param name="Terms">How the version counts residence, with the time asked for here.</param>
internal sealed record ResidenceCriterion(Citation Citation, ResidenceTerms Terms) : ClockCriterion("residence", Citation, Register.ResidencePermit, Terms.Required)
{
    protected override ClockReading Read(StatedCase stated) => stated.Residence(Terms);
}
