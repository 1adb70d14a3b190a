using System.Diagnostics;
using System.Globalization;

namespace HukouWorkflow.Ordeals;

/// <summary>A file system of a few megabytes in memory, in a mount namespace of its own: a process within it can find it full. Gone with it.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Chunk = 4096;
    private readonly Process _holder;
    private readonly TemporaryFolder _place = new();

    private SmallDisk()
    {
        // It ends with its input, and so with whoever mounted it, however that ends.
        var start = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=\"$1\" hukou \"$0\" && echo mounted && exec cat", _place.Root, "16m"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _holder = Process.Start(start)!;
    }

    /// <summary>The data folder, as a process within sees it.</summary>
    public string Data => _place.Data;

    /// <summary>The data folder as seen from here.</summary>
    public string Seen => string.Create(CultureInfo.InvariantCulture, $"/proc/{_holder.Id}/root{_place.Data}");

    /// <summary>What runs a process within.</summary>
    public IReadOnlyList<string> Within => ["nsenter", "--target", _holder.Id.ToString(CultureInfo.InvariantCulture), "--user", "--preserve-credentials", "--mount"];

    private string Ballast => string.Create(CultureInfo.InvariantCulture, $"/proc/{_holder.Id}/root{_place.Root}/ballast");

    /// <summary>Mounts one.</summary>
    /// <returns>The disk, or null where the machine does not let its users mount.</returns>
    public static async Task<SmallDisk?> MountAsync()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare") || !File.Exists("/usr/bin/nsenter"))
        {
            return null;
        }

        var disk = new SmallDisk();
        if (await disk._holder.StandardOutput.ReadLineAsync() is "mounted")
        {
            return disk;
        }

        disk.Dispose();
        return null;
    }

    /// <summary>Leaves no room on it.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                ballast.Write(new byte[Chunk]);
            }
        }
        catch (IOException)
        {
            // That was the last of it.
        }
    }

    /// <summary>Makes room again.</summary>
    public void MakeRoom() => File.Delete(Ballast);

    /// <inheritdoc/>
    public void Dispose()
    {
        _holder.Kill();
        _holder.WaitForExit();
        _holder.Dispose();
        _place.Dispose();
    }
}
