namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>The languages that explanations are written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
