namespace HukouWorkflow.Core.Cases;

/// <summary>Where the applicant's household was registered before the move.</summary>
public enum Registration
{
    /// <summary>In the same municipality.</summary>
    Municipal,

    /// <summary>Elsewhere in China.</summary>
    External,
}
