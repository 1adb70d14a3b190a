using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Local.Moving;

/// <summary>Reads an archive line by line. Memory does not grow with the number of cases.</summary>
internal static class ArchiveReader
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Every case; the trailer has been found to hold once the last has been read.</summary>
    /// <param name="stream">The archive.</param>
    /// <exception cref="ArchiveException">The line that does not hold is named.</exception>
    public static IEnumerable<StoredCase> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 1L;
        var line = Next(reader, number);
        if (line is null || Parse<ArchiveHeader>(line, number) != ArchiveHeader.Current)
        {
            throw new ArchiveException("This is no archive that this build can read: its first line must be the one `hukou export` writes.");
        }

        while (true)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
            line = Next(reader, ++number) ?? throw new ArchiveException($"The archive is cut short after line {number - 1}. Export or copy it again.");
            if (line.StartsWith("{\"cases\":", StringComparison.Ordinal))
            {
                End(Parse<ArchiveTrailer>(line, number), number - 2, hash, reader);
                yield break;
            }

            yield return Stored(line, number);
        }
    }

    private static void End(ArchiveTrailer trailer, long cases, IncrementalHash hash, StreamReader reader)
    {
        if (trailer.Cases != cases || !string.Equals(trailer.Sha256, Convert.ToHexStringLower(hash.GetCurrentHash()), StringComparison.Ordinal))
        {
            throw new ArchiveException("The archive was altered: its last line does not agree with what comes before it. Export or copy it again.");
        }

        if (reader.Peek() >= 0)
        {
            throw new ArchiveException("The archive goes on after its end. Export or copy it again.");
        }
    }

    private static StoredCase Stored(string line, long number)
    {
        try
        {
            return Parse<ArchivedCase>(line, number).ToStored();
        }
        catch (Exception odd) when (odd is FormatException or ArgumentException)
        {
            throw new ArchiveException($"Line {number} of the archive is no case ({odd.Message}). Export or copy it again.", odd);
        }
    }

    private static string? Next(StreamReader reader, long number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException odd)
        {
            throw new ArchiveException($"Line {number} of the archive is not UTF-8. Export or copy it again.", odd);
        }
    }

    private static T Parse<T>(string line, long number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Strict) ?? throw new ArchiveException($"Line {number} of the archive is empty. Export or copy it again.");
        }
        catch (JsonException odd)
        {
            throw new ArchiveException($"Line {number} of the archive is not what it should be. Export or copy it again.", odd);
        }
    }
}
