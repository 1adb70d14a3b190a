namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>An orchestrator did not do again what its history says it did, or waited for something that no history holds.</summary>
public sealed class NonDeterministicOrchestratorException : Exception
{
    public NonDeterministicOrchestratorException(string message)
        : base(message)
    {
    }
}
