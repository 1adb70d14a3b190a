using System.Globalization;
using System.Runtime.InteropServices;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>The machine a measurement ran on.</summary>
internal static class Machine
{
    private const string Load = "/proc/loadavg";
    private const double Gibibyte = 1024 * 1024 * 1024;

    /// <summary>Cores, memory, system, runtime, and how busy it was at the start, where the system tells.</summary>
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({RuntimeInformation.OSArchitecture}), {memory:0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        return File.Exists(Load) ? $"{text}, load {File.ReadAllText(Load).Split(' ')[0]}" : text;
    }
}
