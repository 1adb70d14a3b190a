namespace HukouWorkflow.Ordeals;

/// <summary>A case as the data file has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Its status, in words of the contract.</param>
/// <param name="NextWake">When it is to be stepped, in Unix milliseconds of the service's time, or null.</param>
/// <param name="Journal">Its journal, in order.</param>
public sealed record StoredCase(string Id, string Status, long? NextWake, IReadOnlyList<StoredEntry> Journal)
{
    /// <summary>Whether nothing more will happen in it.</summary>
    public bool IsClosed => Status is "settled" or "refused" or "withdrawn" or "revoked";
}
