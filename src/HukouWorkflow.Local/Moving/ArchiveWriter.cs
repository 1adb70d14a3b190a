using System.Security.Cryptography;
using System.Text.Json;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Local.Moving;

/// <summary>Writes an archive: a line of JSON for the format, one for each case, and one that says what must have come before.</summary>
internal sealed class ArchiveWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _cases;

    /// <summary>Begins an archive.</summary>
    public ArchiveWriter(Stream stream)
    {
        _stream = stream;
        Write(ArchiveHeader.Current);
    }

    /// <summary>Adds a case.</summary>
    public void Add(StoredCase stored)
    {
        Write(ArchivedCase.Of(stored));
        _cases++;
    }

    /// <summary>Ends the archive, and has it on the disk where it is a file.</summary>
    public void End()
    {
        Write(new ArchiveTrailer(_cases, Convert.ToHexStringLower(_hash.GetCurrentHash())));
        if (_stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
        else
        {
            _stream.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Write<T>(T line)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, JsonSerializerOptions.Web);
        _hash.AppendData(bytes);
        _hash.AppendData("\n"u8);
        _stream.Write(bytes);
        _stream.WriteByte((byte)'\n');
    }
}
