namespace HukouWorkflow.Core.Cases;

/// <summary>What the applicant means to do with rural land. Information only: Rural Land Contracting Law art. 27 forbids making it a condition.</summary>
public enum LandElection
{
    /// <summary>Keep it.</summary>
    Keep,

    /// <summary>Give it up, with compensation.</summary>
    Exit,

    /// <summary>Not decided.</summary>
    Undecided,
}
