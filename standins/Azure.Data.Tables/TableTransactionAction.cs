namespace Azure.Data.Tables;

/// <summary>One action of a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>An action on the row's version <paramref name="etag"/> alone (updates and deletes), or on any where none is given.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default) =>
        (ActionType, Entity, ETag) = (actionType, entity, etag);

    /// <summary>What is done.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>To which row, with which properties.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version the row must have.</summary>
    public ETag ETag { get; }
}
