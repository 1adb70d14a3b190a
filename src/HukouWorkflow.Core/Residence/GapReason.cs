namespace HukouWorkflow.Core.Residence;

/// <summary>Why days do not count.</summary>
public enum GapReason
{
    /// <summary>The yearly endorsement came after its anniversary and its grace, or has not come (State Council Decree 663, art. 10).</summary>
    LateEndorsement,

    /// <summary>Away from the city longer than the pack allows within twelve months.</summary>
    Absence,

    /// <summary>Residence given up: the person moved out of the city.</summary>
    LeftCity,

    /// <summary>A late endorsement under a pack that restarts the count: everything before it is lost.</summary>
    Restart,

    /// <summary>No employment or business stated for these days (the work clock).</summary>
    NotEmployed,

    /// <summary>No contribution stated for these days (the insurance clock).</summary>
    NotInsured,

    /// <summary>No schooling stated for these days.</summary>
    NotEnrolled,

    /// <summary>No dwelling of the kinds asked for stated for these days.</summary>
    NoSuchDwelling,
}
