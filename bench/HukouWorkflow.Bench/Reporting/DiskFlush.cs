using System.Diagnostics;
using System.Runtime.InteropServices;
using HukouWorkflow.Bench.Loading;
using Microsoft.Win32.SafeHandles;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>How long a disk takes to keep what was written.</summary>
internal static partial class DiskFlush
{
    /// <summary>How often it is asked to.</summary>
    public const int Flushes = 200;

    private const int Block = 4096;

    /// <summary>Writes a block and flushes, again and again, in a file that has its size already, as SQLite does in its log.</summary>
    /// <param name="folder">A folder on the disk; the file is gone afterwards.</param>
    public static Latency Measure(string folder)
    {
        var path = Path.Combine(folder, "flush");
        var recorder = new LatencyRecorder();
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var block = new byte[Block];
        Random.Shared.NextBytes(block);
        RandomAccess.Write(file, new byte[Flushes * Block], fileOffset: 0);
        RandomAccess.FlushToDisk(file);
        for (var flush = 0; flush < Flushes; flush++)
        {
            RandomAccess.Write(file, block, (long)flush * Block);
            var began = Stopwatch.GetTimestamp();
            Flush(file);
            recorder.Note(Stopwatch.GetTimestamp() - began);
        }

        return recorder.Read();
    }

    // Of the two calls SQLite makes the cheaper one, which does not write the time of the change.
    private static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (FlushData(file) != 0)
        {
            throw new BenchException($"The disk does not flush: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FlushData(SafeFileHandle file);
}
