using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>Any sequence of appends, right and wrong ones, gives what a plain dictionary would.</summary>
public sealed class StoreOracleTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Property(MaxTest = 25)]
    public Property Given_any_sequence_of_appends_When_it_runs_Then_results_and_contents_equal_the_oracles() =>
        Prop.ForAll(StoreStep.Sequences.ToArbitrary(), steps => RunAsync(steps));

    private async Task RunAsync(StoreStep[] steps)
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var oracle = new StoreOracle();
        var ids = Enumerable.Range(0, StoreStep.Cases).Select(_ => Cases.NewId()).ToArray();
        using (var store = await storage.OpenAsync())
        {
            foreach (var (step, number) in steps.Select((step, number) => (step, number)))
            {
                var append = oracle.Build(step, ids[step.Target], Cases.Start + Duration.FromMinutes(number));
                Assert.Equal(StoreOracle.Describe(oracle.Append(append)), StoreOracle.Describe(await store.AppendAsync(append, Ct)));
            }
        }

        using var reopened = await storage.OpenAsync();
        await oracle.AssertEqualsAsync(reopened, ids);
    }
}
