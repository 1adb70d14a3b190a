namespace HukouWorkflow.Http.Access;

/// <summary>In which role somebody calls. The names are those of the token's <c>role</c> claim.</summary>
public enum Role
{
    /// <summary>The person a case is about: their own case only.</summary>
    Applicant,

    /// <summary>A member of staff: the cases of their own districts.</summary>
    Caseworker,

    /// <summary>A member of staff over the caseworkers: every district.</summary>
    Supervisor,

    /// <summary>A member of staff who reads and judges, and changes no case: every district.</summary>
    Auditor,
}
