using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Ordeals;

/// <summary>
/// A process killed under load leaves a log that ends in the middle of a transaction nobody was told of: nothing acknowledged
/// is missing. Where the disk has destroyed transactions that were acknowledged, the store opens as it was before them, its
/// chains hold, and what is then done again is not granted again.
/// </summary>
public static class TornTail
{
    private const int Kinds = 3;
    private const int DaysASecond = 180;
    private const int MostKills = 10;

    /// <summary>Lives through it.</summary>
    /// <param name="seed">What chance is drawn from.</param>
    /// <param name="variants">How many tails are torn, and how many destroyed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Findings> RunAsync(int seed, int variants, CancellationToken cancellationToken)
    {
        var chance = new Random(seed);
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: cancellationToken);
        using var folder = new TemporaryFolder();
        await using var killed = new ServedFolder(folder.Data, agencies, DaysASecond);
        var (log, whole) = await KillAsync(killed, folder, chance, cancellationToken);
        for (var variant = 0; variant < variants; variant++)
        {
            using var torn = await TearAsync(folder, log, variant, chance);
            if (!Same(await OpenAsync(torn, killed.Findings), whole))
            {
                killed.Findings.Add(Wrong.Lost, $"A torn tail of kind {variant % Kinds} changed what was committed.");
            }

            using var destroyed = Copy(folder);
            await DestroyAsync(destroyed, log, chance.Next(1, log.Ends.Count), chance);
            if (!IsEarlier(await OpenAsync(destroyed, killed.Findings), whole))
            {
                killed.Findings.Add(Wrong.Broken, "A destroyed tail left something that never was.");
            }
        }

        using var last = await TearAsync(folder, log, variant: 2, chance);
        await using (var served = new ServedFolder(last.Data, agencies, DaysASecond) { Promises = killed.Promises, Findings = killed.Findings })
        {
            await served.ServeAsync(cancellationToken);
            await served.ProveAsync(cancellationToken);
        }

        using var first = Copy(folder);
        await DestroyAsync(first, log, 1, chance);
        await RunAgainAsync(first, agencies, killed.Findings, cancellationToken);
        return killed.Findings;
    }

    // Until the log alone holds benefits that agencies have granted.
    private static async Task<(WriteAheadLog Log, IReadOnlyList<StoredCase> Whole)> KillAsync(ServedFolder served, TemporaryFolder folder, Random chance, CancellationToken cancellationToken)
    {
        for (var kill = 0; kill < MostKills; kill++)
        {
            await served.ServeAsync(cancellationToken);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var load = served.LoadAsync(atOnce: 8, chance.Next(1_000_000), firstPerson: kill * 10_000, enough.Token);
            await served.Promises.ReachAsync(served.Promises.Kept.Count + 60, cancellationToken);
            await enough.CancelAsync();
            await load.WaitAsync(cancellationToken);
            await served.KillAsync();
            if (WriteAheadLog.Read(folder.CasesFile) is { Ends.Count: > 2 } log)
            {
                using var copy = Copy(folder);
                using var earlier = Copy(folder);
                await DestroyAsync(earlier, log, 1, chance);
                var whole = await OpenAsync(copy, served.Findings);
                if (Granted(await OpenAsync(earlier, served.Findings)) < Granted(whole))
                {
                    return (log, whole);
                }
            }
        }

        throw new InvalidOperationException("No log was left that holds a grant.");
    }

    private static async Task RunAgainAsync(TemporaryFolder folder, AgencySimulator agencies, Findings findings, CancellationToken cancellationToken)
    {
        await using var served = new ServedFolder(folder.Data, agencies, DaysASecond) { Findings = findings };
        await served.ServeAsync(cancellationToken);
        await served.SettleAsync(cancellationToken);
        var cases = CasesFile.Read(served.File);
        var books = await AgencyBooks.GrantedAsync(agencies, cancellationToken);

        // A case that is gone altogether may have been granted before: nobody can know of it here.
        var known = cases.Select(stored => stored.Id).ToHashSet(StringComparer.Ordinal);
        new Proof(served.Promises, findings).Audit(cases, [.. books.Where(grant => known.Contains(grant.Case))]);
        await served.StopAsync();
    }

    private static async Task<TemporaryFolder> TearAsync(TemporaryFolder folder, WriteAheadLog log, int variant, Random chance)
    {
        var tail = (variant % Kinds) switch
        {
            0 => Noise(chance.Next(1, 3 * log.FrameLength), chance),
            1 => log.Bytes.Slice(log.Ends[0] - log.FrameLength, chance.Next(1, log.FrameLength)).ToArray(),
            _ => [.. log.Unfinished(), .. Noise(chance.Next(log.FrameLength), chance)],
        };
        var copy = Copy(folder);
        await File.WriteAllBytesAsync(copy.CasesFile + "-wal", [.. log.Bytes[..log.Ends[^1]], .. tail]);
        return copy;
    }

    // Cut within the transaction after the one that is left whole, or overwritten from there.
    private static Task DestroyAsync(TemporaryFolder folder, WriteAheadLog log, int left, Random chance)
    {
        var from = chance.Next(log.Ends[left - 1] + 1, log.Ends[left]);
        byte[] rest = chance.Next(2) == 0 ? [] : Noise(log.Bytes.Length - from, chance);
        return File.WriteAllBytesAsync(folder.CasesFile + "-wal", [.. log.Bytes[..from], .. rest]);
    }

    private static byte[] Noise(int length, Random chance)
    {
        var noise = new byte[length];
        chance.NextBytes(noise);
        return noise;
    }

    private static TemporaryFolder Copy(TemporaryFolder folder)
    {
        var copy = new TemporaryFolder();
        copy.Take(folder.Data);
        return copy;
    }

    private static async Task<IReadOnlyList<StoredCase>> OpenAsync(TemporaryFolder folder, Findings findings)
    {
        await using (SqliteCaseStore.Open(folder.Data, TimeProvider.System, NullLogger<SqliteCaseStore>.Instance))
        {
            // Opened for writing, as the service does, and let go.
        }

        using var verifier = JournalVerifier.Open(folder.Data);
        foreach (var verdict in verifier.Verify().Where(verdict => verdict.Broken is not null))
        {
            findings.Add(Wrong.Broken, $"Case {verdict.Id} is broken: {verdict.Broken}.");
        }

        return CasesFile.Read(folder.CasesFile);
    }

    private static int Granted(IReadOnlyList<StoredCase> cases) => cases.Sum(stored => stored.Journal.Count(entry => entry.Type is "benefitGranted"));

    private static bool Same(IReadOnlyList<StoredCase> cases, IReadOnlyList<StoredCase> others) => cases.Count == others.Count && IsEarlier(cases, others) && IsEarlier(others, cases);

    private static bool IsEarlier(IReadOnlyList<StoredCase> cases, IReadOnlyList<StoredCase> later) => cases.Zip(later).All(pair =>
        string.Equals(pair.First.Id, pair.Second.Id, StringComparison.Ordinal)
        && pair.First.Journal.Count <= pair.Second.Journal.Count
        && pair.First.Journal.SequenceEqual(pair.Second.Journal.Take(pair.First.Journal.Count))) && cases.Count <= later.Count;
}
