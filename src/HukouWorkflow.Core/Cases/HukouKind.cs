namespace HukouWorkflow.Core.Cases;

/// <summary>The kind of household registration held before the move.</summary>
public enum HukouKind
{
    /// <summary>Agricultural.</summary>
    Rural,

    /// <summary>Non-agricultural.</summary>
    Urban,
}
