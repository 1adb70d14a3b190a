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

    /// <summary>One of several criteria.</summary>
    Any,
}
