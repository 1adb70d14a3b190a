namespace HukouWorkflow.Agencies;

/// <summary>What came of a call: an answer, or the code of why there is none.</summary>
internal readonly record struct AgencyReply(AgencyAnswer? Answer, string? Failure)
{
    /// <summary>The code for an answer that says nothing this client understands.</summary>
    public const string Malformed = "malformedAnswer";
}
