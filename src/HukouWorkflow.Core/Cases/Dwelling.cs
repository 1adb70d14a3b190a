namespace HukouWorkflow.Core.Cases;

/// <summary>How the person lives.</summary>
public enum Dwelling
{
    /// <summary>A home of their own.</summary>
    Owned,

    /// <summary>Public or subsidised rental housing.</summary>
    Subsidised,

    /// <summary>A lease.</summary>
    Leased,

    /// <summary>An employer's or school's dormitory.</summary>
    Dormitory,

    /// <summary>No stable dwelling.</summary>
    None,
}
