namespace HukouWorkflow.Bench;

/// <summary>A measurement that cannot be made here, or whose figures cannot be trusted. The message says why, and what to do.</summary>
internal sealed class BenchException : Exception
{
    public BenchException(string message)
        : base(message)
    {
    }
}
