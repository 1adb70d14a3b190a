using System.Globalization;
using Azure.Data.Tables;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Tables.Rows;

/// <summary>The row <c>pii:…</c> of an item of sealed personal data.</summary>
internal static class PersonalRow
{
    private const string Prefix = "pii:";

    /// <summary>The filter for a case's items, and its <see cref="CaseRow"/>, which comes last.</summary>
    public static string Filter(CaseId id) => $"PartitionKey eq '{id}' and RowKey ge '{Prefix}' and RowKey le '{CaseRow.Key}'";

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    public static TableEntity Of(CaseId id, SealedItem item)
    {
        var row = new TableEntity(id.ToString(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{item.No:D6}"));
        Column.WriteLong(row, item.Bytes.ToArray());
        return row;
    }

    public static SealedItem Read(TableEntity row) => new(
        int.TryParse(row.RowKey.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : 0,
        Column.ReadLong(row));
}
