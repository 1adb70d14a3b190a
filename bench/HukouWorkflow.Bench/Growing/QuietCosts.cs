using System.Globalization;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Growing;

/// <summary>What the service costs while nothing happens.</summary>
internal static class QuietCosts
{
    private const double Megabyte = 1_000_000;

    /// <summary>Starts it and leaves it alone.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="quiet">For how long.</param>
    /// <param name="runs">How often.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<SizedRuns>> MeasureAsync(SeededFolder folder, TimeSpan quiet, int runs, CancellationToken cancellationToken)
    {
        List<double> atStart = [], resident = [], own = [], files = [], code = [], cpu = [];
        for (var run = 0; run < runs; run++)
        {
            await using var service = await SeededService.StartAsync(folder, cancellationToken);
            atStart.Add(service.Process.Memory.Resident / Megabyte);
            var used = service.Process.CpuTime;
            await Task.Delay(quiet, cancellationToken);
            cpu.Add((service.Process.CpuTime - used).TotalMilliseconds);
            var memory = service.Process.Memory;
            resident.Add(memory.Resident / Megabyte);
            own.Add(memory.Anonymous / Megabyte);
            files.Add(memory.File / Megabyte);
            code.Add(memory.Shared / Megabyte);
            await service.StopAsync(cancellationToken);
        }

        var after = string.Create(CultureInfo.InvariantCulture, $"after {quiet.TotalSeconds:0} s of quiet");
        return
        [
            Of($"Resident memory {after}", "MB", resident, "VmRSS of the process"),
            Of("of it the process's own", "MB", own, "RssAnon: heaps and stacks"),
            Of("of it pages of files", "MB", files, "RssFile: programs mapped, which the system takes back when memory is short"),
            Of("of it compiled code", "MB", code, "RssShmem: where the runtime writes the code it compiles, and runs it"),
            Of("Resident memory when ready", "MB", atStart, "VmRSS of the process"),
            Of(string.Create(CultureInfo.InvariantCulture, $"Processor time in {quiet.TotalSeconds:0} s of quiet"), "ms", cpu, "all cores; the runtime's own start goes on into it"),
        ];

        SizedRuns Of(string what, string unit, IReadOnlyList<double> values, string detail) => new(what, unit, folder.Plan.Cases, values, detail);
    }
}
