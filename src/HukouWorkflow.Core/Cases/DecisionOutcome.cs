namespace HukouWorkflow.Core.Cases;

/// <summary>How a case was decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Urban hukou was granted.</summary>
    Granted,

    /// <summary>It was refused, by a person.</summary>
    Refused,
}
