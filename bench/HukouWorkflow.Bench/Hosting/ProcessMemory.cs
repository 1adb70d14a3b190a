using System.Globalization;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>What a process has in RAM, in bytes, as Linux counts it.</summary>
/// <param name="Resident">All of it (<c>VmRSS</c>).</param>
/// <param name="Anonymous">Its own: heaps and stacks (<c>RssAnon</c>).</param>
/// <param name="File">Pages of files it has mapped: programs, above all (<c>RssFile</c>). They are given back when memory is short.</param>
/// <param name="Shared">Memory mapped twice (<c>RssShmem</c>): where the runtime writes the code it compiles, and where it runs it.</param>
internal sealed record ProcessMemory(long Resident, long Anonymous, long File, long Shared)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="BenchException">This is no Linux.</exception>
    public static ProcessMemory Of(int processId)
    {
        var status = FormattableString.Invariant($"/proc/{processId}/status");
        if (!System.IO.File.Exists(status))
        {
            throw new BenchException($"There is no {status}: memory is measured on Linux only.");
        }

        // Lines such as "VmRSS:     81420 kB".
        var lines = System.IO.File.ReadAllLines(status).Select(line => line.Split(':')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return new ProcessMemory(Bytes("VmRSS"), Bytes("RssAnon"), Bytes("RssFile"), Bytes("RssShmem"));

        long Bytes(string name) => 1024 * long.Parse(lines[name].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
