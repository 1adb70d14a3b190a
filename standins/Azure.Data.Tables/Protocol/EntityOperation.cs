using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>One change of one row, alone or within a transaction.</summary>
internal sealed record EntityOperation(RequestMethod Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private static readonly (string Name, string Value) Json = ("Content-Type", "application/json");

    public static EntityOperation Add(string table, ITableEntity entity) =>
        new(RequestMethod.Post, table, [Json, ("Prefer", "return-no-content")], EntityJson.Write(entity));

    public static EntityOperation Upsert(string table, ITableEntity entity, TableUpdateMode mode) =>
        Update(table, entity, default, mode);

    /// <summary>An update of the version <paramref name="ifMatch"/>; without one, the row is inserted where it is not there.</summary>
    public static EntityOperation Update(string table, ITableEntity entity, ETag ifMatch, TableUpdateMode mode)
    {
        var body = EntityJson.Write(entity);
        return new(
            mode is TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch,
            RowPath(table, entity.PartitionKey, entity.RowKey),
            ifMatch == default ? [Json] : [Json, IfMatch(ifMatch)],
            body);
    }

    public static EntityOperation Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new(RequestMethod.Delete, RowPath(table, partitionKey, rowKey), [IfMatch(ifMatch == default ? ETag.All : ifMatch)], null);

    public static EntityOperation Of(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => Add(table, action.Entity),
        TableTransactionActionType.UpdateMerge => Update(table, action.Entity, action.ETag, TableUpdateMode.Merge),
        TableTransactionActionType.UpdateReplace => Update(table, action.Entity, action.ETag, TableUpdateMode.Replace),
        TableTransactionActionType.Delete => Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        TableTransactionActionType.UpsertMerge => Upsert(table, action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => Upsert(table, action.Entity, TableUpdateMode.Replace),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.ActionType, "No such action."),
    };

    /// <summary>The path of a row: an apostrophe in a key is doubled, and all that is not a letter or digit is escaped.</summary>
    public static string RowPath(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    private static string Escape(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
    }

    private static (string Name, string Value) IfMatch(ETag etag) => ("If-Match", etag.ToString("H"));
}
