using Azure.Data.Tables;

namespace HukouWorkflow.Tables.Rows;

/// <summary>Reads columns of rows that anybody may have meddled with: what is missing, or of another type, is null.</summary>
internal static class Column
{
    // What one binary property takes.
    private const int ChunkBytes = 64 * 1024;

    // A row takes 1 MiB, and the bytes travel as base64, a third longer; the emulator counts those.
    private const int MostChunks = 10;

    /// <summary>The most bytes that one row keeps.</summary>
    public const int MostBytes = ChunkBytes * MostChunks;

    public static int? Int(TableEntity row, string name) => row.TryGetValue(name, out var value) && value is int number ? number : null;

    public static long? Long(TableEntity row, string name) => row.TryGetValue(name, out var value) && value is long number ? number : null;

    public static string? Text(TableEntity row, string name) => row.TryGetValue(name, out var value) ? value as string : null;

    public static byte[]? Bytes(TableEntity row, string name) => row.TryGetValue(name, out var value) ? value switch
    {
        byte[] bytes => bytes,
        BinaryData data => data.ToArray(),
        _ => null,
    } : null;

    /// <summary>Writes bytes of any length up to <see cref="MostBytes"/>, over as many properties as they need.</summary>
    public static void WriteLong(TableEntity row, byte[] bytes)
    {
        var no = 0;
        foreach (var chunk in bytes.Length == 0 ? [bytes] : bytes.Chunk(ChunkBytes))
        {
            row[Chunk(no++)] = chunk;
        }
    }

    /// <summary>Reads such bytes; what is missing is not there, and the journal's hash or the seal tells.</summary>
    public static byte[] ReadLong(TableEntity row)
    {
        using var whole = new MemoryStream();
        for (var no = 0; Bytes(row, Chunk(no)) is { } chunk; no++)
        {
            whole.Write(chunk);
        }

        return whole.ToArray();
    }

    private static string Chunk(int no) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"D{no}");
}
