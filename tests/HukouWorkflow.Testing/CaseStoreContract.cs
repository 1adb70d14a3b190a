using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Testing;

/// <summary>What every case store must do. A store's tests inherit it and open an empty store for each test.</summary>
public abstract partial class CaseStoreContract : IAsyncLifetime
{
    private ICaseStore? _store;

    protected ICaseStore Store => _store!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(Store);
        GC.SuppressFinalize(this);
    }

    protected abstract Task<ICaseStore> OpenAsync();

    protected abstract Task CloseAsync(ICaseStore store);

    [Fact]
    public async Task Given_no_case_When_it_is_read_Then_nothing_is_found()
    {
        var id = Cases.NewId();

        Assert.Null(await Store.LoadAsync(id, Ct));
        Assert.Null(await Store.FindWakeAsync(id, Ct));
        Assert.Null(await Store.FindAnswerAsync(Cases.Key(1), Ct));
        Assert.Null(await Store.LatestInstantAsync(Ct));
        Assert.Empty(await Store.ReadJournalAsync(id, 0, 10, Ct));
        Assert.Empty(await Store.ReadPersonalAsync(id, Ct));
        Assert.Empty(await Store.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_an_append_When_the_case_is_loaded_Then_it_folds_to_the_same_state()
    {
        var append = Cases.Received(Cases.NewId());
        append = append with { State = append.State.Apply(new AccrualBegan(), Cases.Start), Events = [.. append.Events, new AccrualBegan()] };

        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(append, Ct));

        var loaded = await Store.LoadAsync(append.State.Id, Ct);
        Assert.NotNull(loaded);
        Assert.Equal((2, CaseStatus.Accruing, Cases.Start), (loaded.Version, loaded.Status, loaded.Since));
        Assert.Equal(Cases.Yubei, loaded.Facts!.Abodes[0].Division);
    }

    [Fact]
    public async Task Given_an_instant_finer_than_a_millisecond_When_it_is_stored_Then_journal_state_and_latest_agree()
    {
        var append = Cases.Received(Cases.NewId(), at: Cases.Start.PlusNanoseconds(1_999_999));

        await Store.AppendAsync(append, Ct);

        var stored = Cases.Start.PlusNanoseconds(1_000_000);
        Assert.Equal(stored, (await Store.LoadAsync(append.State.Id, Ct))!.LastAt);
        Assert.Equal(stored, (await Store.ReadJournalAsync(append.State.Id, 0, 1, Ct))[0].At);
        Assert.Equal(stored, await Store.LatestInstantAsync(Ct));
    }

    [Fact]
    public async Task Given_a_case_When_another_version_is_expected_Then_the_append_conflicts_and_leaves_nothing()
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);
        await Store.AppendAsync(Cases.Viewed(first.State), Ct);

        var late = Cases.Viewed(first.State) with
        {
            At = Cases.Start + Duration.FromDays(9),
            NextWake = Cases.Start,
            Personal = [new byte[] { 1 }],
            Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), first.State.Id, 2),
        };

        Assert.IsType<AppendResult.Conflict>(await Store.AppendAsync(late, Ct));
        Assert.Equal(2, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
        Assert.Empty(await Store.ReadPersonalAsync(first.State.Id, Ct));
        Assert.Null(await Store.FindAnswerAsync(Cases.Key(1), Ct));
        Assert.Null(await Store.FindWakeAsync(first.State.Id, Ct));
        Assert.Equal(Cases.Start, await Store.LatestInstantAsync(Ct));
    }

    [Fact]
    public async Task Given_thirty_two_writers_of_one_case_When_each_retries_on_conflict_Then_every_write_is_in()
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);

        await Task.WhenAll(Enumerable.Range(0, 32).Select(async writer =>
        {
            while (true)
            {
                var state = await Store.LoadAsync(first.State.Id, Ct);
                if (await Store.AppendAsync(Cases.Viewed(state!, $"staff-{writer}"), Ct) is AppendResult.Appended)
                {
                    return;
                }
            }
        }));

        var journal = await Store.ReadJournalAsync(first.State.Id, 0, 100, Ct);
        Assert.Equal(Enumerable.Range(1, 33), journal.Select(entry => entry.Version));
        Assert.Equal(32, journal.Select(entry => entry.Event).OfType<CaseViewed>().Select(viewed => viewed.By).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Given_two_applications_of_one_person_at_once_When_both_are_appended_Then_exactly_one_wins_and_is_named()
    {
        var appends = Enumerable.Range(0, 16).Select(_ => Cases.Received(Cases.NewId()) with { Person = Cases.Person(7), Personal = [new byte[] { 1 }] }).ToArray();

        var results = await Task.WhenAll(appends.Select(append => Store.AppendAsync(append, Ct)));

        var winner = appends[Array.FindIndex(results, result => result is AppendResult.Appended)].State.Id;
        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.All(results.OfType<AppendResult.PersonHasOpenCase>(), refused => Assert.Equal(winner, refused.Case));
        Assert.Equal(15, results.OfType<AppendResult.PersonHasOpenCase>().Count());
        foreach (var loser in appends.Select(append => append.State.Id).Where(id => id != winner))
        {
            Assert.Null(await Store.LoadAsync(loser, Ct));
            Assert.Empty(await Store.ReadPersonalAsync(loser, Ct));
        }
    }

    [Fact]
    public async Task Given_a_reserved_person_When_the_case_closes_Then_they_may_apply_again()
    {
        var first = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
        await Store.AppendAsync(first, Ct);
        var viewed = Cases.Viewed(first.State);
        await Store.AppendAsync(viewed, Ct);

        var second = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
        Assert.Equal(new AppendResult.PersonHasOpenCase(first.State.Id), await Store.AppendAsync(second, Ct));

        await Store.AppendAsync(Cases.Next(viewed.State, Cases.Start, new ApplicationWithdrawn()), Ct);
        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(second, Ct));
    }

    [Fact]
    public async Task Given_an_answer_under_a_key_When_the_key_comes_again_Then_the_answer_is_given_and_nothing_is_written()
    {
        var id = Cases.NewId();
        var answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), id, 1);
        await Store.AppendAsync(Cases.Received(id) with { Answer = answer }, Ct);

        var again = Cases.Received(Cases.NewId()) with { Answer = answer with { Body = Cases.Key(3) }, Person = Cases.Person(7) };
        var result = Assert.IsType<AppendResult.AnsweredBefore>(await Store.AppendAsync(again, Ct));

        Assert.Equal((id, 1), (result.Answer.Case, result.Answer.Version));
        Assert.Equal(Cases.Key(2), result.Answer.Body.ToArray());
        Assert.Null(await Store.LoadAsync(again.State.Id, Ct));
        var free = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(free, Ct));
    }

    [Fact]
    public async Task Given_one_key_used_at_once_When_all_are_appended_Then_one_is_written_and_the_others_get_its_answer()
    {
        var appends = Enumerable.Range(0, 16).Select(_ => Cases.NewId())
            .Select(id => Cases.Received(id) with { Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), id, 1) }).ToArray();

        var results = await Task.WhenAll(appends.Select(append => Store.AppendAsync(append, Ct)));

        var winner = appends[Array.FindIndex(results, result => result is AppendResult.Appended)].State.Id;
        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.All(results.OfType<AppendResult.AnsweredBefore>(), answered => Assert.Equal(winner, answered.Answer.Case));
        Assert.Equal(15, results.OfType<AppendResult.AnsweredBefore>().Count());
    }

    [Fact]
    public async Task Given_an_append_without_events_When_it_is_made_Then_answer_and_wake_are_kept_and_the_version_stays()
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);
        var wake = Cases.Start + Duration.FromDays(1);

        var empty = Cases.Next(first.State, Cases.Start) with { NextWake = wake, Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), first.State.Id, 1) };
        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(empty, Ct));

        Assert.Equal(1, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
        Assert.Equal(wake, await Store.FindWakeAsync(first.State.Id, Ct));
        Assert.Equal(first.State.Id, (await Store.FindAnswerAsync(Cases.Key(1), Ct))!.Case);
    }

    [Fact]
    public async Task Given_a_caller_who_left_before_When_appending_Then_it_is_cancelled_and_the_store_goes_on()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var append = Cases.Received(Cases.NewId());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AppendAsync(append, gone.Token));

        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(append, Ct));
    }

    [Fact]
    public async Task Given_personal_data_of_several_appends_When_it_is_read_Then_it_comes_in_the_order_written()
    {
        var large = Enumerable.Range(0, 200 * 1024).Select(index => (byte)index).ToArray();
        var first = Cases.Received(Cases.NewId()) with { Personal = [large, new byte[] { 2 }] };
        await Store.AppendAsync(first, Ct);
        await Store.AppendAsync(Cases.Viewed(first.State) with { Personal = [new byte[] { 3 }] }, Ct);

        var items = await Store.ReadPersonalAsync(first.State.Id, Ct);

        Assert.Equal([1, 2, 3], items.Select(item => item.No));
        Assert.Equal(large, items[0].Bytes.ToArray());
        Assert.Equal([3], items[2].Bytes.ToArray());
    }
}
