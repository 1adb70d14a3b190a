namespace Azure.Data.Tables;

/// <summary>A row: what every entity has.</summary>
public interface ITableEntity
{
    /// <summary>The partition the row is in; rows of one partition can be written in one transaction.</summary>
    string PartitionKey { get; set; }

    /// <summary>The row's key, unique in its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row, in UTC; set by the service alone.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The row's version, as the service last gave it.</summary>
    ETag ETag { get; set; }
}
