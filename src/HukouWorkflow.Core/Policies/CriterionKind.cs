namespace HukouWorkflow.Core.Policies;

/// <summary>What a criterion asks. The vocabulary is fixed: a pack is data, not a program.</summary>
public enum CriterionKind
{
    /// <summary>Residence in the city.</summary>
    Residence,

    /// <summary>Work or business.</summary>
    Work,

    /// <summary>Contributions to social insurance.</summary>
    Insurance,

    /// <summary>A dwelling of some kind.</summary>
    Dwelling,

    /// <summary>Tax paid by an enterprise invested in.</summary>
    Tax,

    /// <summary>An enterprise the person invested in and runs.</summary>
    Investment,

    /// <summary>An age within limits.</summary>
    Age,

    /// <summary>Schooling.</summary>
    Study,

    /// <summary>A degree, title or grade.</summary>
    Qualification,

    /// <summary>Points by the city's table.</summary>
    Points,

    /// <summary>A residence permit.</summary>
    Permit,

    /// <summary>No criminal record.</summary>
    NoRecord,

    /// <summary>A relative who is registered in the city.</summary>
    Family,

    /// <summary>All of several criteria.</summary>
    All,

    /// <summary>One of several criteria.</summary>
    Any,

    /// <summary>So many of several criteria.</summary>
    AtLeast,
}
