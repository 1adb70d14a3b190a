namespace HukouWorkflow.Core.Cases;

/// <summary>A degree, a professional title or a grade of skill.</summary>
public enum QualificationKind
{
    /// <summary>A diploma of a college of three years.</summary>
    Associate,

    /// <summary>A bachelor's degree.</summary>
    Bachelor,

    /// <summary>A master's degree.</summary>
    Master,

    /// <summary>A doctorate.</summary>
    Doctor,

    /// <summary>Technician (the second highest grade of skilled workers).</summary>
    Technician,

    /// <summary>Senior technician (the highest grade of skilled workers).</summary>
    SeniorTechnician,

    /// <summary>An intermediate professional title.</summary>
    IntermediateTitle,

    /// <summary>A senior professional title.</summary>
    SeniorTitle,
}
