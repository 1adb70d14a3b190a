using System.Globalization;
using System.Text.Json;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>What every measurement over HTTP has in common, for its report.</summary>
internal static class ServiceSettings
{
    /// <summary>One line a setting. It measures the disk, which takes a moment.</summary>
    public static IReadOnlyList<string> Describe()
    {
        using var folder = new ScratchFolder();
        var flush = DiskFlush.Measure(folder.Path);
        return
        [
            $"hukou serve and its baselines: .NET {Environment.Version}, {GarbageCollector()} garbage collection (hukou.runtimeconfig.json), everything on: authentication, validation, one open case a person, idempotency, sealing, hash chain; SQLite in WAL with synchronous=FULL",
            string.Create(CultureInfo.InvariantCulture, $"{DiskFlush.Flushes} flushes of 4 KiB to the disk that is written to ({new DriveInfo(folder.Path).DriveFormat}): median {flush.P50} ms, p99 {flush.P99} ms, longest {flush.Max} ms"),
            $"The load generator is one process with one thread on the same cores, one request under way on each connection; distinct people, bodies and idempotency keys, {Applicants.Accounts} signed-in accounts",
        ];
    }

    private static string GarbageCollector()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Programs.HukouConfig));
        var isServer = config.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").TryGetProperty("System.GC.Server", out var server) && server.GetBoolean();
        return isServer ? "server" : "workstation";
    }
}
