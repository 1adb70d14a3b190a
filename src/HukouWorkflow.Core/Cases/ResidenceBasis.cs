namespace HukouWorkflow.Core.Cases;

/// <summary>What the residence rests on.</summary>
public enum ResidenceBasis
{
    /// <summary>A residence permit, endorsed every year (State Council Decree 663).</summary>
    Permit,

    /// <summary>A residence registration without a permit; nothing is endorsed.</summary>
    Registration,
}
