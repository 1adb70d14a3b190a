namespace HukouWorkflow.Core.Policies;

/// <summary>What became of something stated.</summary>
public enum EvidenceSource
{
    /// <summary>The applicant's word; no register has answered.</summary>
    Claimed,

    /// <summary>The register's records agree.</summary>
    Confirmed,

    /// <summary>The register's records disagree.</summary>
    Contradicted,

    /// <summary>The register has no record, or gave no answer after every retry.</summary>
    Unknown,
}
