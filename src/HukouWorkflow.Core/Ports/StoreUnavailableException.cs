namespace HukouWorkflow.Core.Ports;

/// <summary>The store cannot take or give anything at present: a full disk, a lock, an outage. Nothing was written; trying again is right.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says what the store said.</summary>
    /// <param name="message">What is wrong, where, and what to do. No personal data.</param>
    /// <param name="inner">The store's own error.</param>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
