using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Residence in the city, by the version's residence clock.</summary>
internal sealed class ResidenceCriterion(Citation citation, Period required) : ClockCriterion("residence", citation, Register.ResidencePermit)
{
    protected override ClockReading Read(StatedCase stated) => required.Equals(stated.Terms.Required)
        ? stated.Residence
        : ResidenceClock.Read(stated.Facts, stated.Terms with { Required = required }, stated.Today);
}
