namespace HukouWorkflow.Http.Contract;

/// <summary>What the applicant declares.</summary>
public sealed record DeclarationsForm
{
    /// <summary>True where they declare to have no criminal record; left out otherwise: nobody writes down here that they have one.</summary>
    public bool? NoRecord { get; init; }
}
