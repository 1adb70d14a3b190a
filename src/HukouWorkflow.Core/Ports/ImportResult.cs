namespace HukouWorkflow.Core.Ports;

/// <summary>What became of importing a case.</summary>
public enum ImportResult
{
    /// <summary>It is in the store now.</summary>
    Imported,

    /// <summary>It was there already, with the same journal.</summary>
    Present,

    /// <summary>Another journal is there under its id, or its person has another open case; nothing was written.</summary>
    Conflicts,
}
