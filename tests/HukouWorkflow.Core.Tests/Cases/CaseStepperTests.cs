using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

public sealed class CaseStepperTests
{
    [Fact]
    public async Task Given_a_life_without_trouble_When_it_runs_to_its_end_Then_it_takes_four_appends_and_asks_everybody_once()
    {
        var bench = new Bench(Day(2026, 1, 1));
        await bench.SubmitAsync(household: [Spouse(1), Child(2, 2026)]);
        bench.TurnTo(bench.Store.WakeOf(Id)!.Value);

        var next = await bench.StepAsync();

        // The application; maturity; the six answers with the grant; the benefits with the end.
        Assert.Equal([2, 1, 7, 6], bench.Store.Appends.Select(append => append.Events.Count));
        Assert.Null(next);
        Assert.Equal(CaseStatus.Settled, (await bench.StateAsync()).Status);
        Assert.Equal(
            [
                $"Population {Id}/1", $"ResidencePermit {Id}/2", $"SocialInsurance {Id}/3", $"Employment {Id}/4", $"Housing {Id}/5", $"PublicSecurity {Id}/6",
                $"Education 0 {Id}/7", $"Health 0 {Id}/8", $"Education 2 {Id}/9", $"Health 1 {Id}/10", $"Health 2 {Id}/11",
            ],
            [.. bench.Asked],
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_a_case_with_nothing_due_When_it_is_stepped_twice_Then_no_event_is_written_and_nobody_asked()
    {
        var bench = new Bench(Day(2026, 1, 1));
        await bench.SubmitAsync();

        var (first, second) = (await bench.StepAsync(), await bench.StepAsync());

        Assert.Equal(bench.Store.WakeOf(Id), first);
        Assert.Equal(first, second);
        Assert.All(bench.Store.Appends.Skip(1), append => Assert.Empty(append.Events));
        Assert.Empty(bench.Asked);
    }

    [Fact]
    public async Task Given_a_wake_found_nothing_to_do_When_the_step_ends_Then_the_next_wake_is_on_the_disk()
    {
        var bench = new Bench(Day(2023, 11, 1));
        await bench.SubmitAsync(endorsed: 2);
        bench.TurnTo(Morning(Day(2024, 7, 1)));

        await bench.StepAsync();

        Assert.Equal(Core.Calendar.ChinaTime.StartOf(Day(2024, 10, 2)), bench.Store.WakeOf(Id));
    }

    [Fact]
    public async Task Given_health_is_slow_When_education_answers_Then_its_answer_is_written_before_health_has_any()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        var health = new TaskCompletionSource<BenefitReply>();
        bench.Agency = (kind, _) => kind == BenefitKind.Health ? health.Task : Task.FromResult(new BenefitReply("e-1", false, null));

        var step = bench.StepAsync();

        Assert.False(step.IsCompleted);
        Assert.Equal("e-1", Assert.Single(Assert.IsType<BenefitGranted>(Assert.Single(bench.Store.Appends.Last().Events)).Reference.Split(' ')));
        health.SetResult(new BenefitReply("h-1", false, null));
        await step;
        Assert.Equal(CaseStatus.Settled, (await bench.StateAsync()).Status);
    }

    [Fact]
    public async Task Given_a_step_is_interrupted_while_asking_When_it_is_run_again_Then_everybody_is_asked_with_the_same_key()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        var answer = bench.Register;
        bench.Register = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new System.Diagnostics.UnreachableException();
        };
        using var stop = new CancellationTokenSource();
        var step = bench.Stepper.StepAsync(Id, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => step);
        var before = bench.Asked.ToArray();
        bench.Register = answer;

        await bench.StepAsync();

        Assert.Equal(6, before.Length);
        Assert.Equal(before, bench.Asked.Skip(6).Take(6), StringComparer.Ordinal);
        Assert.Equal(CaseStatus.Settled, (await bench.StateAsync()).Status);
    }

    [Fact]
    public async Task Given_the_store_fails_after_an_agency_granted_When_the_step_is_run_again_Then_the_same_key_is_given_and_one_grant_is_written()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        bench.Store.BeforeAppend = append => append.Events.Any(happened => happened is BenefitGranted)
            ? throw new StoreUnavailableException("The disk is full.")
            : Task.CompletedTask;
        await Assert.ThrowsAsync<StoreUnavailableException>(bench.StepAsync);
        bench.Store.BeforeAppend = null;

        await bench.StepAsync();

        var requests = bench.Asked.Skip(6).ToArray();
        Assert.Equal(requests[..2], requests[2..], StringComparer.Ordinal);
        Assert.Equal(2, bench.Store.Appends.SelectMany(append => append.Events).Count(happened => happened is BenefitGranted));
    }

    [Fact]
    public async Task Given_two_steps_run_at_once_When_both_have_answers_Then_each_is_in_the_journal_once()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        bench.Register = async (_, _) =>
        {
            await Task.Yield();
            return new RegisterReply(CheckOutcome.Confirmed, null);
        };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.StepAsync()));

        var events = bench.Store.Appends.SelectMany(append => append.Events).ToList();
        Assert.Equal((6, 1, 2, 1), (
            events.Count(happened => happened is RegisterAnswered),
            events.Count(happened => happened is SettlementGranted),
            events.Count(happened => happened is BenefitGranted),
            events.Count(happened => happened is CaseSettled)));
    }

    [Fact]
    public async Task Given_the_application_is_taken_back_while_registers_are_asked_When_they_answer_Then_nothing_more_happens()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        var answers = new TaskCompletionSource<RegisterReply>();
        bench.Register = (_, _) => answers.Task;
        var step = bench.StepAsync();
        await bench.Ledger.CarryOutAsync(await bench.StateAsync(), [new CaseCommand.Withdraw()], null, TestContext.Current.CancellationToken);

        answers.SetResult(new RegisterReply(CheckOutcome.Confirmed, null));

        Assert.Null(await step);
        Assert.Equal((CaseStatus.Withdrawn, 3), ((await bench.StateAsync()).Status, (await bench.StateAsync()).Version));
        Assert.Equal(6, bench.Asked.Count);
    }

    [Fact]
    public async Task Given_a_register_is_down_When_the_case_is_stepped_at_each_wake_Then_it_reaches_a_person_after_nine_attempts()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        bench.Register = (register, _) => Task.FromResult(new RegisterReply(register == Core.Cases.Register.Housing ? null : CheckOutcome.Confirmed, null));
        var steps = 0;

        while (await bench.StepAsync() is { } wake)
        {
            Assert.True(wake > bench.Clock.Now && ++steps < 10, "The case must wait before it asks again.");
            bench.TurnTo(wake);
        }

        Assert.Equal(9, bench.Asked.Count(asked => asked.StartsWith("Housing", StringComparison.Ordinal)));
        Assert.Equal(CaseStatus.ForReview, (await bench.StateAsync()).Status);
    }

    [Fact]
    public async Task Given_another_machine_whose_clock_is_behind_When_it_steps_the_case_Then_what_is_due_is_done()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        var clock = new Bench(Maturity.PlusDays(-1)).Clock;
        var stepper = new CaseStepper(bench.Store, new CaseLedger(bench.Store, new PolicyShelf(TestBook.Book), clock), bench, bench, bench, clock);

        Assert.Null(await stepper.StepAsync(Id, TestContext.Current.CancellationToken));

        Assert.Equal(CaseStatus.Settled, (await bench.StateAsync()).Status);
    }

    [Fact]
    public async Task Given_a_corrupt_journal_When_the_case_is_stepped_Then_it_is_an_error_and_nobody_is_asked()
    {
        var bench = new Bench(Maturity);
        await bench.SubmitAsync();
        bench.Store.BrokenRead = new CorruptJournalException(Id, 2, "hash");

        await Assert.ThrowsAsync<CorruptJournalException>(bench.StepAsync);

        Assert.Empty(bench.Asked);
        Assert.Single(bench.Store.Appends);
    }

    [Fact]
    public async Task Given_no_such_case_When_it_is_stepped_Then_nothing_happens()
    {
        var bench = new Bench(Maturity);

        Assert.Null(await bench.StepAsync());
        Assert.Empty(bench.Store.Appends);
    }
}
