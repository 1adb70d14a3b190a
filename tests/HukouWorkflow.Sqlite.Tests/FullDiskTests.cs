using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class FullDiskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_full_disk_When_appending_Then_every_caller_hears_nothing_acknowledged_is_lost_and_it_goes_on_when_there_is_room()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        Limit(store, pages: 60);

        var acknowledged = new List<CaseAppend>();
        CaseAppend? refused = null;
        while (refused is null)
        {
            var batch = Enumerable.Range(0, 8).Select(_ => Cases.Received(Cases.NewId()) with { Personal = [new byte[3000]] }).ToArray();
            foreach (var (append, outcome) in batch.Select(append => (append, store.AppendAsync(append, Ct))).ToArray())
            {
                try
                {
                    await outcome;
                    acknowledged.Add(append);
                }
                catch (StoreUnavailableException error)
                {
                    Assert.Contains("full", error.Message, StringComparison.Ordinal);
                    refused = append;
                }
            }
        }

        Assert.Null(await store.LoadAsync(refused.State.Id, Ct));
        Assert.NotEmpty(acknowledged);

        Limit(store, pages: 1_000_000);
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(refused, Ct));
        acknowledged.Add(refused);
        foreach (var append in acknowledged)
        {
            Assert.Equal(1, (await store.LoadAsync(append.State.Id, Ct))!.Version);
            Assert.Single(await store.ReadPersonalAsync(append.State.Id, Ct));
        }

        Assert.Equal(acknowledged.Count, (await store.CountAsync(Ct)).Sum(count => count.Cases));
    }

    private static void Limit(SqliteCaseStore store, int pages)
    {
        using var command = store.WriterConnection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {pages}";
        Assert.Equal((long)pages, command.ExecuteScalar());
    }
}
