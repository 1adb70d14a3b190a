namespace HukouWorkflow.Core.Cases;

/// <summary>The stage of school a child attends, as the applicant states it.</summary>
public enum SchoolStage
{
    /// <summary>Kindergarten.</summary>
    Preschool,

    /// <summary>Primary school.</summary>
    Primary,

    /// <summary>Junior secondary school.</summary>
    JuniorSecondary,

    /// <summary>Senior secondary school.</summary>
    SeniorSecondary,

    /// <summary>Not at school.</summary>
    None,
}
