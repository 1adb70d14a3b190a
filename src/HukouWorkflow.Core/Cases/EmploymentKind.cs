namespace HukouWorkflow.Core.Cases;

/// <summary>What kind of work a spell of employment was.</summary>
public enum EmploymentKind
{
    /// <summary>A labour contract.</summary>
    Contract,

    /// <summary>A licensed business of their own.</summary>
    Business,

    /// <summary>An investment in an enterprise.</summary>
    Investment,
}
