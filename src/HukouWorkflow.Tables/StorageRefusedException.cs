namespace HukouWorkflow.Tables;

/// <summary>The tables cannot be opened: wrong settings, a wrong key, missing rights, or nobody at the address. The service must not start.</summary>
public sealed class StorageRefusedException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">It names the host, and never a key.</param>
    /// <param name="inner">What the storage said; null where that could quote a secret.</param>
    public StorageRefusedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
