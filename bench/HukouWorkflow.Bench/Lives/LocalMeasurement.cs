using HukouWorkflow.Bench.Counting;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Bench.Lives;

/// <summary>What a case came to on the local host, on tables.</summary>
internal static class LocalMeasurement
{
    /// <summary>Lives <see cref="CaseLife"/>.</summary>
    /// <returns>Every request that reached the table service.</returns>
    public static async Task<IReadOnlyList<LedgerLine>> OfSettledCaseAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.StartAsync(azurite, cancellationToken);
        await CaseLife.WarmUpAsync(host, cancellationToken);
        await CaseLife.LiveAsync(host, cancellationToken);
        return host.Ledger.Lines;
    }

    /// <summary>Whether the scheduler asks what is due: it does so by real time, whatever a case does.</summary>
    public static bool IsPoll(LedgerLine line) => line is { Operation: "query", Table: "Wakes" };
}
