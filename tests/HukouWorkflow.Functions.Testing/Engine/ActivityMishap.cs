namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>What befalls one run of an activity.</summary>
public enum ActivityMishap
{
    None,

    /// <summary>It fails before it has done anything.</summary>
    Fails,

    /// <summary>It does its work and the worker dies before it can answer: it is run again.</summary>
    AnswerLost,

    /// <summary>It is delivered twice: it runs twice, and both runs answer.</summary>
    RunsTwice,
}
