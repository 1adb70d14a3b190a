namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>What befalls one raised event.</summary>
public enum EventMishap
{
    None,

    /// <summary>It never comes.</summary>
    Lost,

    /// <summary>It comes twice.</summary>
    Doubled,

    /// <summary>It comes after the orchestration has continued as new and before its next run has begun.</summary>
    BetweenRounds,
}
