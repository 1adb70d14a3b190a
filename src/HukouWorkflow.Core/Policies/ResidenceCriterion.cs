using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>Residence in the city, by the version's residence clock.</summary>
internal sealed class ResidenceCriterion(Citation citation) : ClockCriterion("residence", citation, Register.ResidencePermit)
{
    protected override ClockReading Read(StatedCase stated) => stated.Residence;
}
