using System.Globalization;
using Azure.Data.Tables;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Tables.Rows;

/// <summary>The row <c>e:…</c> of a journal entry.</summary>
internal static class EntryRow
{
    /// <summary>The append that wrote an entry, by which a writer knows its own after an answer was lost.</summary>
    public const string Write = "Write";

    private const string Prefix = "e:";

    public static string Key(long version) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{version:D10}");

    /// <summary>The filter for a case's entries of some versions, and its <see cref="CaseRow"/>, which comes last.</summary>
    public static string Filter(CaseId id, long first, long last) =>
        $"PartitionKey eq '{id}' and ((RowKey ge '{Key(first)}' and RowKey le '{Key(last)}') or RowKey eq '{CaseRow.Key}')";

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    public static TableEntity Of(CaseId id, StoredEntry entry, string write)
    {
        var row = new TableEntity(id.ToString(), Key(entry.Version)) { ["At"] = Moment.Of(entry.At), ["Hash"] = entry.Hash.ToArray(), [Write] = write };
        Column.WriteLong(row, entry.Payload.ToArray());
        return row;
    }

    /// <summary>Reads an entry as it is: what was meddled with does not agree with its hash, and that is how it is found.</summary>
    public static StoredEntry Read(TableEntity row) => new(
        int.TryParse(row.RowKey.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        Moment.Read(Math.Clamp(Column.Long(row, "At") ?? 0, NodaTime.Instant.MinValue.ToUnixTimeMilliseconds(), NodaTime.Instant.MaxValue.ToUnixTimeMilliseconds())),
        Column.ReadLong(row),
        Column.Bytes(row, "Hash") ?? []);
}
