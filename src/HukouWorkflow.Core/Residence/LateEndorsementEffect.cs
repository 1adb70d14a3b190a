namespace HukouWorkflow.Core.Residence;

/// <summary>What an endorsement beyond its grace does to the count.</summary>
public enum LateEndorsementEffect
{
    /// <summary>The days from the anniversary to the endorsement do not count; those before do.</summary>
    Gap,

    /// <summary>The count begins again on the day of the endorsement.</summary>
    Restart,
}
