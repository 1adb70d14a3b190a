namespace HukouWorkflow.Core.Cases;

/// <summary>Sex as the resident identity number tells it (GB 11643-1999); some age limits differ by it.</summary>
public enum Sex
{
    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
