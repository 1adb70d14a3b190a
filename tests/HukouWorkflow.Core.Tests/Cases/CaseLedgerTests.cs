using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

public sealed class CaseLedgerTests
{
    private static readonly CaseId Other = new(new Guid("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e56"));

    [Fact]
    public async Task Given_no_case_When_an_application_comes_Then_one_append_holds_all_of_it()
    {
        var bench = new Bench(Day(2021, 11, 1));

        var done = Assert.IsType<LedgerResult.Done>(await bench.SubmitAsync(endorsed: 0));

        var append = Assert.Single(bench.Store.Appends);
        Assert.Equal([typeof(ApplicationReceived), typeof(AccrualBegan)], append.Events.Select(happened => happened.GetType()));
        Assert.Equal((0, 2, done.Effects.NextWake), (append.ExpectedVersion, append.State.Version, append.NextWake));
        Assert.NotNull(append.Person);
        Assert.Single(append.Personal);
    }

    [Fact]
    public async Task Given_somebody_is_faster_When_a_fact_is_stated_Then_it_is_decided_again_and_nothing_is_lost()
    {
        var bench = new Bench(Day(2021, 11, 1));
        await bench.SubmitAsync(endorsed: 0);
        var seen = await bench.StateAsync();
        var raced = 0;
        bench.Store.BeforeAppend = async _ =>
        {
            if (raced++ == 0)
            {
                await StateAsync(bench, seen, new HouseholdMemberJoined(Spouse(0)));
            }
        };

        var done = Assert.IsType<LedgerResult.Done>(await StateAsync(bench, seen, new HouseholdMemberJoined(Child(0, 2026))));

        Assert.Equal([Spouse(1), Child(2, 2026)], done.State.Facts!.Household);
        Assert.Equal(StateText.Of(await bench.StateAsync()), StateText.Of(done.State));
    }

    [Fact]
    public async Task Given_many_at_once_When_each_states_a_fact_Then_every_one_is_in_the_journal_once()
    {
        var bench = new Bench(Day(2021, 11, 1));
        await bench.SubmitAsync(endorsed: 0);
        var seen = await bench.StateAsync();
        bench.Store.BeforeAppend = async _ => await Task.Yield();

        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(day => StateAsync(bench, seen, new ResidenceEndorsed(Start.PlusDays(day)))));

        Assert.All(results, result => Assert.IsType<LedgerResult.Done>(result));
        Assert.Equal(Enumerable.Range(1, 20).Select(day => Start.PlusDays(day)), (await bench.StateAsync()).Facts!.Endorsements.Order());
    }

    [Fact]
    public async Task Given_a_person_has_an_open_case_When_they_apply_again_Then_they_are_shown_it()
    {
        var bench = new Bench(Day(2021, 11, 1));
        await bench.SubmitAsync();

        Assert.Equal(new LedgerResult.PersonHasOpenCase(Id), await bench.SubmitAsync(id: Other));
    }

    [Fact]
    public async Task Given_a_key_was_used_When_the_same_call_comes_again_Then_the_answer_kept_is_given_and_nothing_is_written()
    {
        var bench = new Bench(Day(2021, 11, 1));
        var answer = new IdempotentAnswer(new byte[16], new byte[16], default, 0);
        await bench.SubmitAsync(endorsed: 0, answer: answer);

        var again = Assert.IsType<LedgerResult.AnsweredBefore>(await bench.SubmitAsync(endorsed: 0, id: Other, answer: answer));

        Assert.Equal((Id, 2), (again.Answer.Case, again.Answer.Version));
        Assert.Single(bench.Store.Appends);
    }

    [Fact]
    public async Task Given_a_case_at_its_end_When_a_fact_comes_Then_it_is_rejected_and_nothing_is_written()
    {
        var bench = new Bench(Day(2021, 11, 1));
        await bench.SubmitAsync();
        await bench.Ledger.CarryOutAsync(await bench.StateAsync(), [new CaseCommand.Withdraw()], null, TestContext.Current.CancellationToken);

        var result = await StateAsync(bench, await bench.StateAsync(), new ResidenceEndorsed(Start.PlusDays(1)));

        Assert.Equal(new LedgerResult.Rejected(Rejection.CaseClosed), result);
        Assert.Equal(2, bench.Store.Appends.Count);
    }

    [Fact]
    public async Task Given_the_store_cannot_write_When_an_application_comes_Then_the_caller_is_told_and_no_case_exists()
    {
        var bench = new Bench(Day(2021, 11, 1));
        bench.Store.BeforeAppend = _ => throw new StoreUnavailableException("The disk is full.");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.SubmitAsync());

        Assert.Null(await bench.Store.LoadAsync(Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Given_the_machines_clock_is_set_back_When_a_fact_is_stated_Then_the_journal_does_not_run_backwards()
    {
        var bench = new Bench(Day(2021, 11, 1));
        await bench.SubmitAsync(endorsed: 0);
        var behind = new Bench(Day(2021, 10, 20));
        var ledger = new CaseLedger(bench.Store, new PolicyShelf(TestBook.Book), behind.Clock);

        await ledger.CarryOutAsync(await bench.StateAsync(), [States(new ResidenceEndorsed(Start.PlusDays(1)))], null, TestContext.Current.CancellationToken);

        Assert.Equal(Morning(Day(2021, 11, 1)), (await bench.StateAsync()).LastAt);
    }

    private static Task<LedgerResult> StateAsync(Bench bench, CaseState seen, FactStated fact) =>
        bench.Ledger.CarryOutAsync(seen, [States(fact)], null, TestContext.Current.CancellationToken);
}
