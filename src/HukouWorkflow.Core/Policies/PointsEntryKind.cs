namespace HukouWorkflow.Core.Policies;

/// <summary>How an entry of a points table gives points.</summary>
public enum PointsEntryKind
{
    /// <summary>For each full year.</summary>
    PerYear,

    /// <summary>For the best of several qualifications.</summary>
    Highest,

    /// <summary>For an age.</summary>
    Age,
}
