namespace HukouWorkflow.Local.Hosting;

/// <summary>The service cannot start as it is set up; the message says what is wrong and what to do.</summary>
public sealed class StartupException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    public StartupException(string message)
        : base(message)
    {
    }
}
