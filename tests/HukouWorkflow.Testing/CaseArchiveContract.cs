using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Testing;

/// <summary>What every archive must do: cases leave one store and enter another byte for byte. A store's tests inherit it.</summary>
public abstract class CaseArchiveContract
{
    private static readonly Effects Nothing = new([], null, null);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An empty store.</summary>
    protected abstract Task<ArchivedStore> CreateAsync();

    [Fact]
    public async Task Given_an_empty_store_When_it_is_read_whole_Then_there_is_no_case()
    {
        await using var store = await CreateAsync();
        await store.FillAsync();

        Assert.Empty(await store.ReadAllAsync());
    }

    [Fact]
    public async Task Given_more_cases_than_a_page_When_read_whole_Then_each_comes_once_in_the_order_of_the_ids()
    {
        await using var store = await CreateAsync();
        var ids = Enumerable.Range(0, 450).Select(_ => Cases.NewId()).ToArray();
        await store.FillAsync([.. ids.Select(id => Cases.Received(id))]);

        Assert.Equal(ids.Order(), (await store.ReadAllAsync()).Select(stored => stored.Id));
    }

    [Fact]
    public async Task Given_a_case_with_everything_When_it_moves_to_another_store_Then_it_is_the_same_byte_for_byte_and_works_on()
    {
        await using var source = await CreateAsync();
        await using var target = await CreateAsync();
        var append = await FillWholeAsync(source);
        var moved = Assert.Single(await source.ReadAllAsync());
        var effects = new Effects([], Cases.Start + Duration.FromDays(7), new LocalDate(2026, 2, 1));

        Assert.Equal(ImportResult.Imported, await ImportAsync(target, moved, effects));

        var arrived = Assert.Single(await target.ReadAllAsync());
        Assert.Equal(Text(moved), Text(arrived));
        await target.AsStoreAsync(async store =>
        {
            var id = append.State.Id;
            var state = await store.LoadAsync(id, Ct);
            Assert.Equal((2, CaseStatus.Received), (state!.Version, state.Status));
            Assert.Equal(Cases.Start + Duration.FromDays(7), await store.FindWakeAsync(id, Ct));
            Assert.Equal(id, Assert.Single(await store.ReadDueAsync(Cases.Start + Duration.FromDays(7), 10, Ct)).Id);
            Assert.Equal(new LocalDate(2026, 2, 1), Assert.Single(await store.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).Due);
            Assert.Equal(new CaseCount(Cases.Yubei, CaseStatus.Received, 1), Assert.Single(await store.CountAsync(Ct)));
            Assert.Equal(Cases.Person(0), (await store.FindAccessAsync(id, Ct))!.Value.Applicant);
            Assert.Equal(id, (await store.FindAnswerAsync(Cases.Key(1), Ct))!.Case);
            Assert.Equal(Cases.Start, await store.LatestInstantAsync(Ct));
            var again = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
            Assert.Equal(new AppendResult.PersonHasOpenCase(id), await store.AppendAsync(again, Ct));
            Assert.IsType<AppendResult.Appended>(await store.AppendAsync(Cases.Viewed(state) with { Personal = [new byte[] { 9 }] }, Ct));
            Assert.Equal([1, 2, 3], (await store.ReadPersonalAsync(id, Ct)).Select(item => item.No));
            return true;
        });
    }

    [Fact]
    public async Task Given_a_case_that_was_imported_When_it_is_imported_again_Then_it_stays_as_it_is()
    {
        await using var source = await CreateAsync();
        await using var target = await CreateAsync();
        await FillWholeAsync(source);
        var moved = Assert.Single(await source.ReadAllAsync());
        await ImportAsync(target, moved, Nothing);

        Assert.Equal(ImportResult.Present, await ImportAsync(target, moved, Nothing));

        Assert.Equal(Text(moved), Text(Assert.Single(await target.ReadAllAsync())));
        Assert.Equal(1, await target.AsStoreAsync(async store => (await store.CountAsync(Ct)).Sum(count => count.Cases)));
    }

    [Fact]
    public async Task Given_another_journal_under_the_id_When_a_case_is_imported_Then_it_conflicts_and_the_present_one_stays()
    {
        await using var source = await CreateAsync();
        await using var target = await CreateAsync();
        var append = await FillWholeAsync(source);
        await target.FillAsync(Cases.Received(append.State.Id, Cases.Jiangbei));

        Assert.Equal(ImportResult.Conflicts, await ImportAsync(target, Assert.Single(await source.ReadAllAsync()), Nothing));

        Assert.Equal(1, Assert.Single(await target.ReadAllAsync()).Version);
    }

    [Fact]
    public async Task Given_a_person_with_an_open_case_When_another_open_case_of_theirs_is_imported_Then_it_conflicts_and_nothing_is_written()
    {
        await using var source = await CreateAsync();
        await using var target = await CreateAsync();
        await FillWholeAsync(source);
        var present = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
        await target.FillAsync(present);

        Assert.Equal(ImportResult.Conflicts, await ImportAsync(target, Assert.Single(await source.ReadAllAsync()), Nothing));

        Assert.Equal(present.State.Id, Assert.Single(await target.ReadAllAsync()).Id);
    }

    [Fact]
    public async Task Given_a_journal_that_does_not_hold_When_it_is_imported_Then_the_entry_is_named_and_nothing_is_written()
    {
        await using var source = await CreateAsync();
        await using var target = await CreateAsync();
        await FillWholeAsync(source);
        await target.FillAsync();
        var moved = Assert.Single(await source.ReadAllAsync());
        var damaged = moved with { Journal = [moved.Journal[0], moved.Journal[1] with { Payload = moved.Journal[0].Payload }] };

        var refused = await Assert.ThrowsAsync<CorruptJournalException>(() => ImportAsync(target, damaged, Nothing));

        Assert.Equal((moved.Id, 2), (refused.Id, refused.Version));
        Assert.Empty(await target.ReadAllAsync());
    }

    [Fact]
    public async Task Given_a_store_in_order_When_it_is_reindexed_Then_nothing_differs_and_nothing_is_removed()
    {
        await using var store = await CreateAsync();
        var append = await FillWholeAsync(store);
        var effects = new Effects([], append.NextWake, append.Due);

        Assert.False(await store.AsArchiveAsync(archive => archive.ReindexAsync(append.State, effects, Ct)));
        Assert.Equal(0, await store.AsArchiveAsync(archive => archive.RemoveStrayAsync(Ct)));
    }

    [Fact]
    public async Task Given_a_case_whose_wake_follows_no_longer_from_the_rules_When_it_is_reindexed_Then_the_new_wake_and_day_stand()
    {
        await using var store = await CreateAsync();
        var append = await FillWholeAsync(store);
        var effects = new Effects([], Cases.Start + Duration.FromDays(30), new LocalDate(2026, 3, 3));

        Assert.True(await store.AsArchiveAsync(archive => archive.ReindexAsync(append.State, effects, Ct)));

        await store.AsStoreAsync(async opened =>
        {
            Assert.Equal(Cases.Start + Duration.FromDays(30), await opened.FindWakeAsync(append.State.Id, Ct));
            Assert.Equal(Cases.Start + Duration.FromDays(30), Assert.Single(await opened.ReadDueAsync(Instant.MaxValue, 10, Ct)).WakeAt);
            Assert.Equal(new LocalDate(2026, 3, 3), Assert.Single(await opened.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).Due);
            return true;
        });
    }

    [Fact]
    public async Task Given_a_case_that_has_moved_on_When_an_older_state_is_reindexed_Then_nothing_changes()
    {
        await using var store = await CreateAsync();
        var append = await FillWholeAsync(store);
        var older = CaseState.Before(append.State.Id).Apply(Cases.Application(), Cases.Start);

        Assert.False(await store.AsArchiveAsync(archive => archive.ReindexAsync(older, Nothing, Ct)));

        Assert.Equal(append.NextWake, await store.AsStoreAsync(opened => opened.FindWakeAsync(append.State.Id, Ct)));
    }

    private static Task<ImportResult> ImportAsync(ArchivedStore target, StoredCase moved, Effects effects) =>
        target.AsArchiveAsync(archive => archive.ImportAsync(moved, effects, Ct));

    /// <summary>One case with two entries, two sealed items, an answer, a reserved person, a wake and a day; returns its last append.</summary>
    private static async Task<CaseAppend> FillWholeAsync(ArchivedStore store)
    {
        var id = Cases.NewId();
        var first = Cases.Received(id) with { Person = Cases.Person(7), Personal = [new byte[] { 1, 0, 255 }] };
        var second = Cases.Next(first.State, Cases.Start, new CaseViewed("staff-\"'/%\u00e9\ud83d\ude00", "caseworker")) with
        {
            Personal = [new byte[] { 2 }],
            NextWake = Cases.Start + Duration.FromDays(3),
            Due = new LocalDate(2026, 1, 9),
            Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), id, 2),
        };
        await store.FillAsync(first, second);
        return second;
    }

    private static string Text(StoredCase stored) => string.Join(
        '\n',
        [
            $"{stored.Id} {stored.Version} {Convert.ToHexString(stored.Head.Span)} {stored.Person}",
            .. stored.Journal.Select(entry => $"{entry.Version} {entry.At} {Convert.ToHexString(entry.Payload.Span)} {Convert.ToHexString(entry.Hash.Span)}"),
            .. stored.Personal.Select(item => $"{item.No} {Convert.ToHexString(item.Bytes.Span)}"),
            .. stored.Answers.Select(answer => $"{Convert.ToHexString(answer.Key.Span)} {Convert.ToHexString(answer.Body.Span)} {answer.Case} {answer.Version}"),
        ]);
}
