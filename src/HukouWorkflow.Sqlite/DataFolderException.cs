namespace HukouWorkflow.Sqlite;

/// <summary>A data folder cannot be opened: the message says which, why, and what to do. Nothing in it was changed.</summary>
public sealed class DataFolderException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="inner">What the system said, where it said anything.</param>
    public DataFolderException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
