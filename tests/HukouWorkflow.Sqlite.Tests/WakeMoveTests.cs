using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using NodaTime;

namespace HukouWorkflow.Sqlite.Tests;

/// <summary>Wakes of open cases are moved by the page.</summary>
public sealed class WakeMoveTests
{
    private static readonly Instant Later = Cases.Start + Duration.FromDays(30);
    private static readonly Instant Sooner = Cases.Start + Duration.FromDays(20);
    private static readonly LocalDate Day = new(2026, 3, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_open_cases_When_their_wakes_are_moved_Then_wake_and_due_day_are_the_new_ones_and_the_journal_is_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        var (plain, due, none) = (await AppendAsync(store, Later), await AppendAsync(store, Later), await AppendAsync(store, wake: null));

        var made = await store.MoveWakesAsync(
            [.. (await ReadAsync(store)).Select(open => new WakeMove(open, Sooner, open.Id == due.State.Id ? Day : null))],
            Ct);

        Assert.Equal([plain.State.Id, due.State.Id, none.State.Id], made.Select(move => move.Case.Id));
        Assert.Equal(made.Select(move => (move.Case.Id, (Instant?)Sooner, move.Due)), (await ReadAsync(store)).Select(open => (open.Id, open.NextWake, open.Due)));
        Assert.Equal(3, (await store.ReadDueAsync(Sooner, 10, Ct)).Count);
        Assert.Equal([due.State.Id], (await store.ListAsync(new CaseQuery(null, null, Day.PlusDays(1), null, 10), Ct)).Select(found => found.Id));
        Assert.Equal(plain.State.Version, (await store.LoadAsync(plain.State.Id, Ct))!.Version);
        Assert.Equal(Cases.Start, await store.LatestInstantAsync(Ct));
    }

    [Fact]
    public async Task Given_cases_that_changed_after_they_were_read_When_wakes_are_moved_Then_these_are_passed_over_and_the_others_moved()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        var (written, looked, still) = (await AppendAsync(store, Later), await AppendAsync(store, Later), await AppendAsync(store, Later));
        var read = await ReadAsync(store);
        var elsewhere = Sooner - Duration.FromDays(1);
        await store.AppendAsync(Cases.Viewed(written.State) with { NextWake = Later }, Ct);
        await store.AppendAsync(Cases.Next(looked.State, Cases.Start) with { NextWake = elsewhere }, Ct);

        var made = await store.MoveWakesAsync([.. read.Select(open => new WakeMove(open, Sooner, Day))], Ct);

        Assert.Equal([still.State.Id], made.Select(move => move.Case.Id));
        Assert.Equal(
            [(written.State.Id, Later, null), (looked.State.Id, elsewhere, null), (still.State.Id, Sooner, (LocalDate?)Day)],
            (await ReadAsync(store)).Select(open => (open.Id, open.NextWake!.Value, open.Due)));
    }

    [Fact]
    public async Task Given_a_caller_who_has_left_When_wakes_are_moved_Then_none_is()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        await AppendAsync(store, Later);
        var moves = (await ReadAsync(store)).Select(open => new WakeMove(open, Sooner, null)).ToList();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.MoveWakesAsync(moves, new CancellationToken(canceled: true)));

        Assert.Equal(Later, Assert.Single(await ReadAsync(store)).NextWake);
    }

    private static async Task<CaseAppend> AppendAsync(SqliteCaseStore store, Instant? wake)
    {
        var append = Cases.Received(Cases.NewId()) with { NextWake = wake };
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
        return append;
    }

    private static async Task<List<OpenCase>> ReadAsync(SqliteCaseStore store)
    {
        var all = new List<OpenCase>();
        await foreach (var page in store.ReadOpenAsync(Ct))
        {
            all.AddRange(page);
        }

        return all;
    }
}
