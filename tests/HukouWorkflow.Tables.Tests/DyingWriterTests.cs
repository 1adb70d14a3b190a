using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>A writer dies between any two requests; afterwards another process finds everything or nothing, and can go on.</summary>
public sealed class DyingWriterTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. AppendKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Given_an_append_of_any_kind_When_its_writer_dies_after_any_request_Then_all_or_nothing_of_it_is_there(string kind)
    {
        var deaths = 0;
        while (await DieAsync(kind, deaths))
        {
            deaths++;
        }

        // Its own row, the claims, the wake and the transaction at least: otherwise nothing was tried.
        Assert.InRange(deaths, 4, 40);
    }

    private async Task<bool> DieAsync(string kind, int after)
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var appends = AppendKinds.Of(kind);
        var last = appends[^1];
        var faults = new FaultyPipeline();
        bool died;
        using (var dying = await storage.OpenAsync(options => faults.Under(options)))
        {
            foreach (var before in appends.SkipLast(1))
            {
                Assert.IsType<AppendResult.Appended>(await dying.AppendAsync(before, Ct));
            }

            (faults.Sent, faults.DiesAfter) = (0, after);
            var outcome = await Record.ExceptionAsync(() => dying.AppendAsync(last, Ct));
            Assert.True(outcome is null or StoreUnavailableException, outcome?.ToString());
            died = faults.IsDead;
            Assert.True(died || outcome is null);
        }

        using var store = await storage.OpenAsync(options => new FaultyPipeline().Under(options));
        var stands = (await store.LoadAsync(last.State.Id, Ct))?.Version ?? 0;
        var isKept = await store.FindAnswerAsync(last.Answer!.Key, Ct) is not null;
        Assert.Contains(stands, new[] { last.ExpectedVersion, last.State.Version });
        Assert.True(last.Events.Count == 0 || isKept == (stands == last.State.Version));
        await AssertStandsAsync(store, isKept ? last : appends.SkipLast(1).LastOrDefault());
        await AssertGoesOnAsync(store, last, isKept);
        await AssertOneCaseAPersonAsync(store, last);
        return died;
    }

    private static async Task AssertStandsAsync(TableCaseStore store, CaseAppend? newest)
    {
        var due = await store.ReadDueAsync(Instant.MaxValue, 10, Ct);
        if (newest is null)
        {
            Assert.Empty(due);
            return;
        }

        var state = newest.State;
        Assert.Equal(newest.NextWake is { } wake ? [new DueCase(state.Id, wake)] : [], due);
        Assert.Equal(state.Version, (await store.ReadJournalAsync(state.Id, 0, 1000, Ct)).Count);
        Assert.NotEmpty(await store.ReadPersonalAsync(state.Id, Ct));
        Assert.Contains(
            new CaseSummary(state.Id, state.Status, state.Since, Cases.Yubei, newest.Due),
            await store.ListAsync(new CaseQuery(null, null, null, null, 10), Ct));
    }

    private static async Task AssertGoesOnAsync(TableCaseStore store, CaseAppend last, bool isKept)
    {
        var again = await store.AppendAsync(last, Ct);
        Assert.Equal(isKept ? typeof(AppendResult.AnsweredBefore) : typeof(AppendResult.Appended), again.GetType());
        await AssertStandsAsync(store, last);

        // What the dead writer left behind in lists and queues can be removed, and nothing else is.
        await store.RemoveStrayAsync(Ct);
        await AssertStandsAsync(store, last);
        Assert.Single(await store.ListAsync(new CaseQuery(null, null, null, null, 10), Ct));
        Assert.Equal(1, (await store.CountAsync(Ct)).Sum(count => count.Cases));
    }

    private static async Task AssertOneCaseAPersonAsync(TableCaseStore store, CaseAppend last)
    {
        var id = Cases.NewId();
        var second = Cases.Received(id) with { Person = Cases.Person(7), Answer = last.Answer! with { Case = id } };
        Assert.Equal(last.State.Id, Assert.IsType<AppendResult.AnsweredBefore>(await store.AppendAsync(second, Ct)).Answer.Case);
        Assert.Equal(
            last.State.IsClosed ? new AppendResult.Appended() : new AppendResult.PersonHasOpenCase(last.State.Id),
            await store.AppendAsync(second with { Answer = null }, Ct));
    }
}
