using System.Globalization;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Ordeals;

namespace HukouWorkflow.Bench.Commands;

/// <summary>The faults of the machine that <c>crash</c> puts the real process through after the kills.</summary>
internal static class FaultPhases
{
    private const int Tails = 25;

    /// <summary>Goes through them, one after another.</summary>
    public static async Task<IReadOnlyList<(string Fault, Findings Findings)>> RunAsync(int seed, Action<string> tell, CancellationToken cancellationToken)
    {
        using var disk = await SmallDisk.MountAsync();
        (string Fault, Func<Task<Findings>> Run)[] phases =
        [
            (disk is null ? "disk full: not tried, nobody may mount here" : "disk full", () => disk is null ? Task.FromResult(new Findings()) : FullDisk.RunAsync(disk, seed, cancellationToken)),
            ("no room for any write", () => FullDisk.RunLimitedAsync(seed, cancellationToken)),
            (string.Create(CultureInfo.InvariantCulture, $"{Tails} log tails torn, {Tails} destroyed"), () => TornTail.RunAsync(seed, Tails, cancellationToken)),
            ("bit of an event turned over", () => FlippedByte.RunAsync(seed, inPage: false, cancellationToken)),
            ("bit of a page turned over", () => FlippedByte.RunAsync(seed, inPage: true, cancellationToken)),
        ];
        var found = new List<(string Fault, Findings Findings)>();
        foreach (var (fault, run) in phases)
        {
            tell(fault);
            found.Add((fault, await run()));
        }

        return found;
    }

    /// <summary>How many findings there are after a fault.</summary>
    public static Figure Figure((string Fault, Findings Findings) phase) =>
        new("found wrong after faults", phase.Fault, Enum.GetValues<Wrong>().Sum(phase.Findings.Count), "findings");
}
