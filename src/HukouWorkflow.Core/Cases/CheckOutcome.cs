namespace HukouWorkflow.Core.Cases;

/// <summary>What a register says of what the applicant stated.</summary>
public enum CheckOutcome
{
    /// <summary>Its records agree.</summary>
    Confirmed,

    /// <summary>Its records disagree.</summary>
    Contradicted,

    /// <summary>It has no record, or gave no answer after every retry.</summary>
    Unknown,
}
