namespace HukouWorkflow.Core.Cases;

/// <summary>How far a benefit has come.</summary>
public enum BenefitStatus
{
    /// <summary>Asked for; the agency has not granted it yet.</summary>
    Requested,

    /// <summary>The agency granted it.</summary>
    Granted,

    /// <summary>The last attempt failed; another follows.</summary>
    Failed,

    /// <summary>It kept failing or was declined, and a caseworker has been shown it; attempts go on.</summary>
    Escalated,
}
