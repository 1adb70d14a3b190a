using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>Somebody meddled with rows: what is damaged is named and stands still, and everything else goes on.</summary>
public sealed class PoisonedRowTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Hash", JournalFault.HashDiffers)]
    [InlineData("At", JournalFault.HashDiffers)]
    [InlineData("D0", JournalFault.HashDiffers)]
    [InlineData(null, JournalFault.EntryMissing)]
    public async Task Given_a_damaged_entry_When_its_case_is_loaded_Then_case_and_entry_are_named(string? property, string fault)
    {
        var (storage, store, damaged, whole) = await OpenAsync();
        await MeddleAsync(storage.Table("Cases"), damaged.ToString(), "e:0000000002", property);

        var corrupt = await Assert.ThrowsAsync<CorruptJournalException>(() => store.LoadAsync(damaged, Ct));

        Assert.Equal((damaged, 2, fault), (corrupt.Id, corrupt.Version, corrupt.Fault));
        Assert.Equal(2, (await store.LoadAsync(whole, Ct))!.Version);
        var all = await ReadAllAsync(store);
        Assert.Equal([damaged, whole], all.Select(stored => stored.Id));
        all[0].Fold(out var broken);
        Assert.Equal(new BrokenLink(2, fault), broken);
        store.Dispose();
    }

    [Theory]
    [InlineData("Version")]
    [InlineData("Head")]
    [InlineData("District")]
    [InlineData("Index")]
    [InlineData(null)]
    public async Task Given_a_damaged_row_of_a_case_When_others_are_worked_on_Then_it_alone_is_refused(string? property)
    {
        var (storage, store, damaged, whole) = await OpenAsync();
        await MeddleAsync(storage.Table("Cases"), damaged.ToString(), "state", property);

        Assert.Equal([whole], (await store.ReadDueAsync(Instant.MaxValue, 10, Ct)).Select(due => due.Id));
        Assert.Equal(damaged, (await Assert.ThrowsAsync<CorruptJournalException>(() => store.LoadAsync(damaged, Ct))).Id);
        var append = Cases.Viewed((await store.LoadAsync(whole, Ct))!);
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
        Assert.Equal([damaged, whole], (await ReadAllAsync(store)).Select(stored => stored.Id));
        store.Dispose();
    }

    [Fact]
    public async Task Given_rows_of_lists_and_queues_that_nobody_wrote_When_they_are_read_Then_they_are_passed_over()
    {
        var (storage, store, _, _) = await OpenAsync();
        await storage.Table("Wakes").AddEntityAsync(new TableEntity("0", "000:nonsense"), Ct);
        await storage.Table("CaseIndex").AddEntityAsync(new TableEntity("500112:received", "00000000:nonsense"), Ct);
        await storage.Table("CaseIndex").AddEntityAsync(new TableEntity("500112:received", $"20260301:{Cases.NewId()}:w"), Ct);
        await storage.Table("Service").AddEntityAsync(new TableEntity("partitions", "nowhere:never"), Ct);

        Assert.Equal(2, (await store.ReadDueAsync(Instant.MaxValue, 10, Ct)).Count);
        Assert.Equal(2, (await store.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).Count);
        store.Dispose();
    }

    private static async Task<List<StoredCase>> ReadAllAsync(TableCaseStore store)
    {
        var all = new List<StoredCase>();
        await foreach (var stored in store.ReadAllAsync(Ct))
        {
            all.Add(stored);
        }

        return all;
    }

    // Takes a property away, or the row.
    private static async Task MeddleAsync(TableClient table, string partition, string row, string? property)
    {
        if (property is null)
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, Ct);
            return;
        }

        var found = (await table.GetEntityIfExistsAsync<TableEntity>(partition, row, select: null, Ct)).Value!;
        Assert.True(found.Remove(property));
        await table.UpdateEntityAsync(found, ETag.All, TableUpdateMode.Replace, Ct);
    }

    private async Task<(TestStorage Storage, TableCaseStore Store, Core.Identity.CaseId Damaged, Core.Identity.CaseId Whole)> OpenAsync()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var store = await storage.OpenAsync();
        Core.Identity.CaseId[] ids = [.. Enumerable.Range(0, 2).Select(_ => Cases.NewId()).Order()];
        foreach (var id in ids)
        {
            var first = Cases.Received(id);
            await store.AppendAsync(first, Ct);
            await store.AppendAsync(Cases.Viewed(first.State) with { NextWake = Cases.Start }, Ct);
        }

        return (storage, store, ids[0], ids[1]);
    }
}
