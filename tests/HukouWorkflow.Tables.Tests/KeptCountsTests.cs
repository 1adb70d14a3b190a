using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace HukouWorkflow.Tables.Tests;

public sealed class KeptCountsTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_counts_that_are_kept_When_a_case_comes_Then_it_is_counted_once_they_are_over()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var time = new FakeTimeProvider();
        using var store = await storage.OpenAsync(options => options with { CountsKept = TimeSpan.FromSeconds(30) }, time);
        await store.AppendAsync(Cases.Received(Cases.NewId()), Ct);
        Assert.Equal(1, Assert.Single(await store.CountAsync(Ct)).Cases);
        await store.AppendAsync(Cases.Received(Cases.NewId()), Ct);

        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(1, Assert.Single(await store.CountAsync(Ct)).Cases);

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Assert.Single(await store.CountAsync(Ct)).Cases);
    }
}
