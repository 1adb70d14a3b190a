namespace HukouWorkflow.Local.Moving;

/// <summary>An archive cannot be read: it is cut short, altered, or none of ours.</summary>
internal sealed class ArchiveException : Exception
{
    /// <summary>Says where it does not hold, and what to do.</summary>
    public ArchiveException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
