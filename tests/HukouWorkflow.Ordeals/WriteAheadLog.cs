using System.Buffers.Binary;

namespace HukouWorkflow.Ordeals;

/// <summary>The write-ahead log that a killed process left, frame by frame (https://sqlite.org/fileformat2.html#walformat).</summary>
internal sealed class WriteAheadLog
{
    /// <summary>The bytes before each page.</summary>
    public const int FrameHeader = 24;

    private const int Header = 32;
    private const int Summed = 8;
    private const int AttemptedAt = 128;
    private readonly byte[] _bytes;
    private readonly bool _isBigEndian;
    private readonly List<Commit> _commits = [];

    private WriteAheadLog(byte[] bytes, long copied)
    {
        _bytes = bytes;
        _isBigEndian = (bytes[3] & 1) == 1;
        FrameLength = FrameHeader + (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(8));
        var sum = Sum((0, 0), bytes.AsSpan(0, FrameHeader));
        for (var at = Header; at + FrameLength <= bytes.Length; at += FrameLength)
        {
            var frame = bytes.AsSpan(at, FrameLength);
            sum = Sum(Sum(sum, frame[..Summed]), frame[FrameHeader..]);
            if (!frame[8..16].SequenceEqual(bytes.AsSpan(16, 8)) || Big(frame[16..]) != sum.First || Big(frame[20..]) != sum.Second)
            {
                break;
            }

            if (Big(frame[4..]) != 0 && (at - Header) / FrameLength >= copied)
            {
                _commits.Add(new Commit(at + FrameLength, sum));
            }
        }
    }

    /// <summary>The bytes of a frame, its header included.</summary>
    public int FrameLength { get; }

    /// <summary>Where the transactions end that are only in the log, in order.</summary>
    public IReadOnlyList<int> Ends => [.. _commits.Select(commit => commit.End)];

    /// <summary>Everything, and old frames after the last transaction perhaps.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads the log beside a data file.</summary>
    /// <returns>The log, or null where nothing is in it.</returns>
    public static WriteAheadLog? Read(string file)
    {
        var (log, shared) = (new FileInfo(file + "-wal"), new FileInfo(file + "-shm"));
        if (!log.Exists || log.Length <= Header)
        {
            return null;
        }

        // How many frames were perhaps copied into the data file: those must not be missed by anybody, since the file has moved on with them.
        var index = shared.Exists ? File.ReadAllBytes(shared.FullName) : [];
        return new WriteAheadLog(File.ReadAllBytes(log.FullName), index.Length < AttemptedAt + sizeof(int) ? 0 : BitConverter.ToUInt32(index, AttemptedAt));
    }

    /// <summary>A whole frame that follows the last transaction and belongs to none that was committed.</summary>
    public byte[] Unfinished()
    {
        var last = _commits[^1];
        var frame = _bytes.AsSpan(last.End - FrameLength, FrameLength).ToArray();
        frame.AsSpan(4, 4).Clear();
        var (first, second) = Sum(Sum(last.Sum, frame.AsSpan(0, Summed)), frame.AsSpan(FrameHeader));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(16), first);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(20), second);
        return frame;
    }

    private (uint First, uint Second) Sum((uint First, uint Second) sum, ReadOnlySpan<byte> bytes)
    {
        var (first, second) = sum;
        for (var at = 0; at < bytes.Length; at += 8)
        {
            first = unchecked(first + Word(bytes[at..]) + second);
            second = unchecked(second + Word(bytes[(at + 4)..]) + first);
        }

        return (first, second);
    }

    private uint Word(ReadOnlySpan<byte> bytes) => _isBigEndian ? Big(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static uint Big(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private sealed record Commit(int End, (uint First, uint Second) Sum);
}
