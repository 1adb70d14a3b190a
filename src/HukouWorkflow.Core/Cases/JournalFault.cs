namespace HukouWorkflow.Core.Cases;

/// <summary>The codes for what can be wrong with a journal.</summary>
public static class JournalFault
{
    /// <summary>An entry is not there, though a later one or the case says it should be.</summary>
    public const string EntryMissing = "entryMissing";

    /// <summary>There is an entry after the case's last.</summary>
    public const string EntryNotCounted = "entryNotCounted";

    /// <summary>The entry's version, instant, event or hash was changed, or entries changed places.</summary>
    public const string HashDiffers = "hashDiffers";

    /// <summary>The event is none this build knows.</summary>
    public const string EventUnreadable = "eventUnreadable";

    /// <summary>The case names another hash than its last entry has.</summary>
    public const string HeadDiffers = "headDiffers";

    /// <summary>The status, its instant or the district that lists show is not what the journal folds to.</summary>
    public const string ColumnsDiffer = "columnsDiffer";

    /// <summary>The case's own row is gone: its number is skipped, with or without entries left.</summary>
    public const string CaseMissing = "caseMissing";
}
