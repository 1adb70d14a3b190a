using DurableTask.Core.Exceptions;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Functions.Orchestrators;
using HukouWorkflow.Functions.Testing.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>The parent orchestration over the real activities, in virtual time.</summary>
public sealed class ResidencyOrchestratorTests(Shelf shelf) : IClassFixture<Shelf>
{
    [Fact]
    public async Task Given_a_permit_endorsed_every_year_When_five_years_pass_Then_the_case_is_settled_and_no_history_has_grown_with_the_years()
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync(withPermit: true);
        for (var year = 2022; year <= 2025; year++)
        {
            await life.RunToAsync(new LocalDate(year, 9, 20));
            await life.EndorseAsync(new LocalDate(year, 9, 20));
        }

        await life.RunToAsync(Settlement.Maturity.PlusDays(1));

        Assert.Equal(CaseStatus.Settled, await life.StatusAsync());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, life.Instance.Status);
        Assert.Equal(("settled", (DateTime?)null, "1.0"), (life.Progress.Status, life.Progress.WakeAt, life.Progress.OrchestrationVersion));
        var largest = life.Engine.Instances.Max(instance => instance.LargestHistory);
        TestContext.Current.SendDiagnosticMessage($"The largest history over five years held {largest} events, in {life.Instance.Rounds} rounds.");
        Assert.InRange(largest, 30, 60);
        Assert.InRange(life.Instance.Rounds, 61, 90);
    }

    [Fact]
    public async Task Given_years_to_wait_When_nothing_happens_Then_the_case_is_looked_at_every_thirty_days_with_timers_of_three()
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync();
        await life.RunForAsync(TimeSpan.FromDays(100));

        var looks = life.Engine.Activities.Select(run => run.At).ToList();
        Assert.Equal(4, looks.Count);
        Assert.All(looks.Zip(looks.Skip(1)), pair => Assert.Equal(TimeSpan.FromDays(30), pair.Second - pair.First));
        Assert.Equal(4, life.Instance.Rounds);
        var timers = life.Instance.History.Where(happened => happened.Kind == HistoryKind.TimerCreated).ToList();
        Assert.Equal(4, timers.Count);
        Assert.Equal(looks[^1].AddDays(3), timers[0].At);
        Assert.Equal(looks[^1].AddDays(30), life.Progress.WakeAt);
    }

    [Fact]
    public async Task Given_a_case_that_waits_When_it_is_woken_Then_it_is_looked_at_at_once_and_the_timer_that_lost_keeps_nothing_open()
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync();
        await life.RunForAsync(TimeSpan.FromDays(7));
        var (rounds, looks) = (life.Instance.Rounds, life.Runs(nameof(CaseActivities.AdvanceCase)));

        await life.WakeAsync();
        await life.RunAsync();

        Assert.Equal((rounds + 1, looks + 1), (life.Instance.Rounds, life.Runs(nameof(CaseActivities.AdvanceCase))));
        Assert.Equal(OrchestrationRuntimeStatus.Running, life.Instance.Status);
    }

    [Theory]
    [InlineData(EventMishap.Lost, 1)]
    [InlineData(EventMishap.Doubled, 2)]
    [InlineData(EventMishap.BetweenRounds, 2)]
    public async Task Given_a_wake_that_goes_wrong_When_the_case_is_withdrawn_Then_its_orchestration_ends_a_month_later_at_most(EventMishap mishap, int atLeast)
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync();
        await life.RunForAsync(TimeSpan.FromDays(10));
        life.Engine.EventMishaps = _ => mishap;
        await life.CarryOutAsync(new CaseCommand.Withdraw());

        await life.RunForAsync(TimeSpan.FromDays(20));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, life.Instance.Status);
        Assert.InRange(life.Runs(nameof(CaseActivities.AdvanceCase)), atLeast, 3);
        Assert.Equal("withdrawn", life.Progress.Status);
    }

    [Fact]
    public async Task Given_a_wake_told_while_the_case_is_advanced_When_the_round_ends_Then_the_wake_is_kept_for_the_next()
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync();
        await life.WakeAsync();
        await life.WakeAsync();

        await life.RunAsync();

        Assert.Equal(3, life.Runs(nameof(CaseActivities.AdvanceCase)));
        Assert.Equal(3, life.Instance.Rounds);
    }

    [Fact]
    public async Task Given_a_running_orchestration_When_it_is_started_again_Then_it_is_refused_and_the_case_is_only_looked_at_once_more()
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync();
        await life.RunAsync();

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => life.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(ResidencyOrchestrator),
            options: new StartOrchestrationOptions(life.Id.ToString()),
            cancellation: TestContext.Current.CancellationToken));
        await life.WakeAsync();
        await life.RunAsync();

        Assert.Equal(2, life.Runs(nameof(CaseActivities.AdvanceCase)));
        Assert.Single(life.Engine.Instances);
    }

    [Fact]
    public async Task Given_a_closed_case_When_it_is_started_again_Then_its_orchestration_ends_at_once()
    {
        using var life = new Settlement(shelf.Store);
        await life.ApplyAsync();
        await life.RunAsync();
        await life.CarryOutAsync(new CaseCommand.Withdraw());
        await life.RunAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, life.Instance.Status);
        var version = (await life.StateAsync()).Version;

        await life.WakeAsync();
        await life.RunAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Completed, 1), (life.Instance.Status, life.Instance.Rounds));
        Assert.Equal(version, (await life.StateAsync()).Version);
    }

    [Fact]
    public async Task Given_a_broken_journal_When_the_case_is_woken_Then_it_stays_quarantined_until_it_is_restored()
    {
        var broken = false;
        using var life = new Settlement(FaultyStore.Over(shelf.Store, method => broken && method is nameof(ICaseStore.LoadAsync)
            ? new CorruptJournalException(default, 1, "hash")
            : null));
        await life.ApplyAsync();
        await life.RunAsync();
        broken = true;
        await life.WakeAsync();
        await life.RunForAsync(TimeSpan.FromDays(45));

        Assert.Equal("quarantined", life.Progress.Status);
        Assert.Equal(OrchestrationRuntimeStatus.Running, life.Instance.Status);
        Assert.Equal(3, life.Runs(nameof(CaseActivities.AdvanceCase)));

        broken = false;
        await life.WakeAsync();
        await life.RunAsync();
        Assert.Equal("accruing", life.Progress.Status);
    }

    [Fact]
    public async Task Given_a_store_that_is_away_for_an_hour_When_retries_end_Then_the_case_stalls_visibly_and_goes_on_by_itself()
    {
        DateTimeOffset? returns = null;
        var time = TimeProvider.System;
        using var life = new Settlement(FaultyStore.Over(shelf.Store, _ => time.GetUtcNow() < returns ? new StoreUnavailableException("The store is away.") : null));
        time = life.Time;
        await life.ApplyAsync();
        await life.RunAsync();
        returns = life.Time.GetUtcNow().AddHours(1);
        await life.WakeAsync();
        await life.RunForAsync(TimeSpan.FromMinutes(5));

        var stalled = (await life.DescribeAsync())!;
        Assert.Equal(("Running", "stalled"), (stalled.RuntimeStatus, stalled.CustomStatus));
        Assert.Equal(7, life.Runs(nameof(CaseActivities.AdvanceCase)));
        // 5 s, 10 s, 20 s, 40 s, 80 s: what the policy says of the pauses between six attempts.
        var tries = life.Engine.Activities.Skip(1).Select(run => run.At).ToList();
        Assert.Equal([5, 10, 20, 40, 80], tries.Zip(tries.Skip(1)).Select(pair => (pair.Second - pair.First).TotalSeconds));

        await life.RunForAsync(TimeSpan.FromHours(1.5));
        Assert.Equal("accruing", life.Progress.Status);
    }

    [Fact]
    public async Task Given_a_worker_whose_clock_is_behind_the_engines_When_a_wake_has_come_too_early_Then_it_waits_half_a_minute_and_never_spins()
    {
        using var life = new Settlement(shelf.Store, skew: TimeSpan.FromSeconds(-100));
        await life.ApplyAsync();

        await life.RunToAsync(Settlement.Maturity);

        Assert.Equal(CaseStatus.Settled, await life.StatusAsync());
        var midnight = (Settlement.Morning(Settlement.Maturity) - TimeSpan.FromHours(9)).UtcDateTime;
        var looks = life.Engine.Activities.Where(run => run.Name is nameof(CaseActivities.AdvanceCase) && run.At >= midnight).Select(run => run.At);
        Assert.Equal([0, 30, 60, 90, 120, 120, 120], looks.Select(at => (at - midnight).TotalSeconds));
    }

    [Theory]
    [InlineData(ActivityMishap.AnswerLost)]
    [InlineData(ActivityMishap.RunsTwice)]
    public async Task Given_every_activity_runs_twice_When_the_case_matures_Then_each_answer_and_grant_is_in_the_journal_once(ActivityMishap mishap)
    {
        var lost = new HashSet<(string, string?, DateTime)>();
        using var life = new Settlement(shelf.Store, Settlement.Maturity);
        life.Engine.ActivityMishaps = run => lost.Add((run.Name, run.Input, run.At)) ? mishap : ActivityMishap.None;
        await life.ApplyAsync();

        await life.RunAsync();

        var settled = await life.StateAsync();
        Assert.Equal(CaseStatus.Settled, settled.Status);
        Assert.Equal(6, settled.Checks.Count);
        Assert.All(settled.Benefits, benefit => Assert.Equal(BenefitStatus.Granted, benefit.Status));
        // The agencies were asked once a key: the second run of an activity found nothing owed.
        Assert.Equal(life.Asked.Count, life.Asked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, life.Instance.Status);
    }
}
