namespace HukouWorkflow.Core.Policies;

/// <summary>Whether something is fulfilled, as far as was stated (Kleene's three values).</summary>
public enum Verdict
{
    /// <summary>It is.</summary>
    Met,

    /// <summary>It is not, or not yet.</summary>
    NotMet,

    /// <summary>Nothing was stated that would tell.</summary>
    Unknown,
}
