using System.Diagnostics.Metrics;

namespace HukouWorkflow.Tables.Storage;

/// <summary>Counts storage transactions, which are what Table Storage costs, under the meter <c>HukouWorkflow.Tables</c>.</summary>
internal static class StorageMeter
{
    public const string Name = "HukouWorkflow.Tables";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Transactions = Meter.CreateCounter<long>(
        "hukou.storage.transactions", "{transaction}", "Storage transactions asked for, without what the SDK tried again.");

    public static void Count(string operation, string table) =>
        Transactions.Add(1, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("table", table));
}
