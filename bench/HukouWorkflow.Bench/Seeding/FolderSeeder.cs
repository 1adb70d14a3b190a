using System.Diagnostics;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Keys;
using HukouWorkflow.Local.Reloading;
using HukouWorkflow.Sqlite;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>
/// Fills a data folder with open cases: the rows that the service itself would have written, under the folder's own keys.
/// Kept answers are left out; those of cases as old as these have aged out.
/// </summary>
internal static class FolderSeeder
{
    private const int AtOnce = 8192;

    /// <summary>Fills a folder that is new or empty.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="plan">What to fill it with.</param>
    /// <param name="book">The rules the cases are decided by.</param>
    /// <param name="written">Hears how many cases are written.</param>
    /// <param name="cancellationToken">Ends it; the folder is then of no use.</param>
    /// <returns>How long it took, to the disk.</returns>
    public static async Task<TimeSpan> FillAsync(string folder, SeedPlan plan, PolicyBook book, IProgress<int> written, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        using var file = SeedFile.Create(folder);
        var keys = DataKeys.Of(folder);
        var cases = new SeededCases(plan, new SeedTemplates(plan, book), new PersonKeys(keys.Secret(ServiceSecret.Person)), new PersonalDataVault(keys.Protection));
        var writing = Task.CompletedTask;
        try
        {
            for (var from = 0; from < plan.Cases; from += AtOnce)
            {
                // While the ones before are written: one core writes, the other decides and seals.
                var made = new PendingAppend[Math.Min(AtOnce, plan.Cases - from)];
                var first = from;
                Parallel.For(0, made.Length, new ParallelOptions { CancellationToken = cancellationToken }, index => made[index] = new PendingAppend(cases.Append(first + index), CancellationToken.None));
                await writing;
                written.Report(from);
                writing = Task.Run(() => file.Write(made), CancellationToken.None);
            }
        }
        finally
        {
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await writing;
        file.Finish();
        // As the service leaves it: else the first start would reckon all of them anew, and disturb what is measured.
        var policies = PolicyFolders.Take(PolicyFolders.Default);
        new PolicyCopy(policies.Files, policies.Digest).Write(folder);
        written.Report(plan.Cases);
        return Stopwatch.GetElapsedTime(began);
    }
}
