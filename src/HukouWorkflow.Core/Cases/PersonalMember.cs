namespace HukouWorkflow.Core.Cases;

/// <summary>Who a member of the household is.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="ResidentId">The identity number (GB 11643-1999), or null.</param>
/// <param name="SchoolStage">The stage of school a child attends as stated, or null.</param>
public sealed record PersonalMember(string? Name, string? ResidentId, SchoolStage? SchoolStage)
{
    /// <summary>A mask, never the data.</summary>
    public override string ToString() => "PersonalMember(masked)";
}
