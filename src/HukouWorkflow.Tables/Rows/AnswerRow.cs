using System.Buffers;
using Azure.Data.Tables;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Tables.Rows;

/// <summary>The row <c>a:…</c> of an answer kept under an idempotency key, in the partition of the case it is about.</summary>
internal static class AnswerRow
{
    /// <summary>The append that wrote it.</summary>
    public const string Write = "Write";

    private const string Prefix = "a:";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static string Key(ReadOnlyMemory<byte> key) => KeyOf(Hex(key));

    public static string KeyOf(string hex) => Prefix + hex;

    public static string Hex(ReadOnlyMemory<byte> key) => Convert.ToHexStringLower(key.Span);

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    public static TableEntity Of(CaseId id, IdempotentAnswer answer, string write) =>
        new(id.ToString(), Key(answer.Key)) { ["Body"] = answer.Body.ToArray(), ["Version"] = answer.Version, [Write] = write };

    /// <summary>Reads an answer, or null where the row is damaged.</summary>
    public static IdempotentAnswer? Read(CaseId id, TableEntity row) =>
        Column.Bytes(row, "Body") is { } body && Column.Int(row, "Version") is { } version && row.RowKey.AsSpan(Prefix.Length) is { Length: 2 * PersonKey.Length } hex
        && !hex.ContainsAnyExcept(HexDigits)
            ? new IdempotentAnswer(Convert.FromHexString(hex), body, id, version)
            : null;
}
