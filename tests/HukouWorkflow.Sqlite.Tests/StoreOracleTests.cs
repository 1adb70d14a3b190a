using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using NodaTime;

namespace HukouWorkflow.Sqlite.Tests;

/// <summary>Any sequence of appends, right and wrong ones, gives what a plain dictionary would.</summary>
public sealed class StoreOracleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Property(MaxTest = 40)]
    public Property Given_any_interleaving_of_appends_When_it_runs_Then_results_and_contents_equal_the_oracles() =>
        Prop.ForAll(StoreStep.Sequences.ToArbitrary(), steps => RunAsync(steps));

    private static async Task RunAsync(StoreStep[] steps)
    {
        using var folder = new TemporaryFolder();
        var oracle = new StoreOracle();
        var ids = Enumerable.Range(0, StoreStep.Cases).Select(_ => Cases.NewId()).ToArray();
        await using (var store = folder.Open())
        {
            // Appends are taken up in the order they are made, so all may be under way at once: they meet within batches.
            var outcomes = new List<(AppendResult Expected, Task<AppendResult> Actual)>();
            foreach (var (step, number) in steps.Select((step, number) => (step, number)))
            {
                var append = oracle.Build(step, ids[step.Target], Cases.Start + Duration.FromMinutes(number));
                outcomes.Add((oracle.Append(append), store.AppendAsync(append, Ct)));
            }

            foreach (var (expected, actual) in outcomes)
            {
                Assert.Equal(StoreOracle.Describe(expected), StoreOracle.Describe(await actual));
            }
        }

        await using var reopened = folder.Open();
        await oracle.AssertEqualsAsync(reopened, ids);
    }
}
