namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; fails where the row is there.</summary>
    Add = 0,

    /// <summary>Changes the named properties of a row that is there.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces a row that is there.</summary>
    UpdateReplace = 2,

    /// <summary>Removes a row that is there.</summary>
    Delete = 3,

    /// <summary>Inserts, or changes the named properties.</summary>
    UpsertMerge = 4,

    /// <summary>Inserts, or replaces.</summary>
    UpsertReplace = 5,
}
