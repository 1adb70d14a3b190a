namespace HukouWorkflow.Core.Cases;

/// <summary>How a member of the household is related to the applicant.</summary>
public enum Relation
{
    /// <summary>Husband or wife.</summary>
    Spouse,

    /// <summary>A child.</summary>
    Child,

    /// <summary>A parent.</summary>
    Parent,
}
