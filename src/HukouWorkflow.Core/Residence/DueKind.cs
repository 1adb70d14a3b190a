namespace HukouWorkflow.Core.Residence;

/// <summary>What a person can be asked to do for the count to go on.</summary>
public enum DueKind
{
    /// <summary>Have the residence permit endorsed for another year.</summary>
    Endorsement,
}
