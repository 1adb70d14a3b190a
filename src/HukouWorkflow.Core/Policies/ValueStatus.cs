namespace HukouWorkflow.Core.Policies;

/// <summary>How sure a value is.</summary>
public enum ValueStatus
{
    /// <summary>Read in a primary text, or one close to it.</summary>
    Verified,

    /// <summary>Read in a report, or taken by analogy; to be shown as such.</summary>
    Unverified,
}
