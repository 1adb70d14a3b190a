using Azure;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

public sealed class CaseArchiveTests(AzuriteFixture azurite)
{
    private static readonly Effects Owed = new([], Cases.Start + Duration.FromDays(1), AppendKinds.Due);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("next")]
    [InlineData("large first")]
    public async Task Given_an_import_that_dies_after_any_request_When_it_is_repeated_Then_the_case_is_the_same_byte_for_byte(string kind)
    {
        var (_, source, last) = await StoreAsync(kind);
        var original = await ReadAsync(source, last.State.Id);
        for (var after = 0; ; after++)
        {
            var storage = await TestStorage.CreateAsync(azurite);
            var faults = new FaultyPipeline();
            using (var dying = await storage.OpenAsync(options => faults.Under(options)))
            {
                (faults.Sent, faults.DiesAfter) = (0, after);
                await Record.ExceptionAsync(() => dying.ImportAsync(original, Owed, Ct));
            }

            using var store = await storage.OpenAsync();
            Assert.Contains(await store.ImportAsync(original, Owed, Ct), new[] { ImportResult.Imported, ImportResult.Present });
            Assert.Equal(ImportResult.Present, await store.ImportAsync(original, Owed, Ct));
            AssertSame(original, await ReadAsync(store, last.State.Id));
            Assert.Equal([new DueCase(last.State.Id, Owed.NextWake!.Value)], await store.ReadDueAsync(Instant.MaxValue, 10, Ct));
            Assert.NotNull(await store.FindAnswerAsync(last.Answer!.Key, Ct));
            Assert.Equal(new AppendResult.PersonHasOpenCase(last.State.Id), await store.AppendAsync(Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) }, Ct));
            if (!faults.IsDead)
            {
                source.Dispose();
                return;
            }
        }
    }

    [Fact]
    public async Task Given_another_journal_or_another_open_case_of_the_person_When_a_case_is_imported_Then_it_conflicts_and_nothing_is_written()
    {
        var (_, source, last) = await StoreAsync("next");
        var original = await ReadAsync(source, last.State.Id);
        await source.AppendAsync(Cases.Viewed(last.State), Ct);
        using var other = await (await TestStorage.CreateAsync(azurite)).OpenAsync();
        await other.AppendAsync(Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) }, Ct);

        Assert.Equal(ImportResult.Conflicts, await source.ImportAsync(original, Owed, Ct));
        Assert.Equal(ImportResult.Conflicts, await other.ImportAsync(original, Owed, Ct));

        Assert.Null(await other.LoadAsync(original.Id, Ct));
        await Assert.ThrowsAsync<CorruptJournalException>(() => other.ImportAsync(original with { Version = 9 }, Owed, Ct));
        source.Dispose();
    }

    [Theory]
    [InlineData("Wakes")]
    [InlineData("CaseIndex")]
    [InlineData("People")]
    [InlineData("Service")]
    public async Task Given_a_table_emptied_When_the_cases_are_reindexed_Then_it_is_as_before(string table)
    {
        var (storage, store, last) = await StoreAsync("next");
        var effects = Owed with { NextWake = last.NextWake, Due = last.Due };
        Assert.False(await store.ReindexAsync(last.State, effects, Ct));
        foreach (var row in (await storage.RowsAsync(table)).Where(row => row.RowKey is not "latest"))
        {
            await storage.Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, Ct);
        }

        // The partitions are noted once a process; after a loss it takes a new one.
        using var fresh = await storage.OpenAsync();
        Assert.True(await fresh.ReindexAsync(last.State, effects, Ct));
        Assert.False(await fresh.ReindexAsync(last.State, effects, Ct));

        Assert.Equal([new DueCase(last.State.Id, last.NextWake!.Value)], await fresh.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Equal([last.State.Id], (await fresh.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).Select(found => found.Id));
        Assert.Equal(new AppendResult.PersonHasOpenCase(last.State.Id), await fresh.AppendAsync(Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) }, Ct));
        store.Dispose();
    }

    [Fact]
    public async Task Given_rules_that_changed_When_a_case_is_reindexed_Then_it_has_one_new_wake_and_one_new_place()
    {
        var (storage, store, last) = await StoreAsync("next");

        Assert.True(await store.ReindexAsync(last.State, Owed, Ct));

        Assert.Equal([new DueCase(last.State.Id, Owed.NextWake!.Value)], await store.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Single(await storage.RowsAsync("Wakes"));
        Assert.Equal(Owed.Due, Assert.Single(await store.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).Due);
        Assert.Equal(2, (await store.LoadAsync(last.State.Id, Ct))!.Version);
        store.Dispose();
    }

    [Fact]
    public async Task Given_answers_of_a_month_ago_When_they_are_pruned_Then_their_keys_may_be_used_again_and_younger_ones_stay()
    {
        var (storage, store, last) = await StoreAsync("first");
        Assert.Equal(0, await store.PruneAnswersAsync(Ct));
        using var later = await storage.OpenAsync(realTime: new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(31.1)));

        Assert.Equal(1, await later.PruneAnswersAsync(Ct));

        Assert.Null(await later.FindAnswerAsync(last.Answer!.Key, Ct));
        var id = Cases.NewId();
        Assert.IsType<AppendResult.Appended>(await later.AppendAsync(Cases.Received(id) with { Answer = last.Answer with { Case = id } }, Ct));
        store.Dispose();
    }

    private static void AssertSame(StoredCase expected, StoredCase actual)
    {
        Assert.Equal((expected.Version, expected.Person, Convert.ToHexString(expected.Head.Span)), (actual.Version, actual.Person, Convert.ToHexString(actual.Head.Span)));
        Assert.Equal(expected.Journal.Select(Describe), actual.Journal.Select(Describe));
        Assert.Equal(expected.Personal.Select(item => (item.No, Convert.ToHexString(item.Bytes.Span))), actual.Personal.Select(item => (item.No, Convert.ToHexString(item.Bytes.Span))));
        Assert.Equal(expected.Answers.Select(answer => (Convert.ToHexString(answer.Key.Span), answer.Version)), actual.Answers.Select(answer => (Convert.ToHexString(answer.Key.Span), answer.Version)));
    }

    private static (int Version, Instant At, string Payload, string Hash) Describe(StoredEntry entry) =>
        (entry.Version, entry.At, Convert.ToHexString(entry.Payload.Span), Convert.ToHexString(entry.Hash.Span));

    private static async Task<StoredCase> ReadAsync(TableCaseStore store, Core.Identity.CaseId id)
    {
        await foreach (var stored in store.ReadAllAsync(Ct))
        {
            if (stored.Id == id)
            {
                return stored;
            }
        }

        throw new InvalidOperationException("The case is not there.");
    }

    private async Task<(TestStorage Storage, TableCaseStore Store, CaseAppend Last)> StoreAsync(string kind)
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var store = await storage.OpenAsync();
        var appends = AppendKinds.Of(kind);
        foreach (var append in appends)
        {
            Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
        }

        return (storage, store, appends[^1]);
    }
}
