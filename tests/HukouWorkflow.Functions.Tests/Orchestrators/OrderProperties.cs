using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Functions.Testing.Engine;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>Whatever order things come in, and whatever goes wrong on the way, a case ends where it must. Every replay is compared with the one before.</summary>
public sealed class OrderProperties(Shelf shelf) : IClassFixture<Shelf>
{
    [Fact]
    public async Task Given_a_timer_two_wakes_and_a_failing_activity_at_one_instant_When_they_come_in_every_order_Then_the_case_is_looked_at_and_waits_again()
    {
        var ways = await Choices.ExploreAsync(async choose =>
        {
            var begun = false;
            using var life = new Settlement(shelf.Store, choose: of => begun ? choose(of) : 0);
            await life.ApplyAsync();
            await life.RunForAsync(TimeSpan.FromDays(29));
            begun = true;
            var mishaps = new Queue<ActivityMishap>([ActivityMishap.Fails]);
            life.Engine.ActivityMishaps = _ => mishaps.TryDequeue(out var mishap) ? mishap : ActivityMishap.None;

            // Nothing has run for a day, and now all of it is there at once.
            life.Time.AdvanceTo(life.Time.GetUtcNow().AddDays(1));
            await life.WakeAsync();
            await life.WakeAsync();
            await life.RunForAsync(TimeSpan.FromMinutes(1));

            Assert.Equal(OrchestrationRuntimeStatus.Running, life.Instance.Status);
            Assert.Equal("accruing", life.Progress.Status);
            // The first look, and then one that failed and its repetition; and never more than a look a wake beside them.
            Assert.InRange(life.Runs(nameof(CaseActivities.AdvanceCase)), 3, 5);
            Assert.Equal(life.Engine.Activities[^1].At.AddDays(30), life.Progress.WakeAt);
        });

        TestContext.Current.SendDiagnosticMessage($"{ways} orders of a timer, two wakes and a failing activity.");
        Assert.InRange(ways, 4, 10_000);
    }

    [Fact]
    public async Task Given_a_mature_case_woken_twice_When_its_activities_and_turns_come_in_many_orders_Then_each_benefit_is_granted_once()
    {
        // All orders of six checks are too many to run; the seeds are fixed so that a failure can be run again.
        for (var seed = 0; seed < 40; seed++)
        {
            using var life = new Settlement(shelf.Store, Settlement.Maturity, new Random(seed).Next);
            await life.ApplyAsync();
            await life.WakeAsync();
            await life.WakeAsync();

            await life.RunAsync();

            Assert.True(await life.StatusAsync() == CaseStatus.Settled, $"Seed {seed}");
            Assert.Equal(8, life.Asked.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(8, life.Asked.Count);
        }
    }

    [Property(MaxTest = 20)]
    public async Task Given_wakes_lost_and_doubled_workers_that_die_and_agencies_that_fail_When_five_years_pass_Then_the_case_is_settled_with_each_benefit_once(int seed)
    {
        var random = new Random(seed);
        using var life = new Settlement(shelf.Store, choose: random.Next, skew: TimeSpan.FromSeconds(random.Next(-90, 90)));
        life.Engine.EventMishaps = _ => (EventMishap)random.Next(4);
        life.Engine.ActivityMishaps = _ => random.Next(4) == 0 ? (ActivityMishap)random.Next(1, 4) : ActivityMishap.None;
        life.Registers = _ => new RegisterReply(random.Next(3) == 0 ? null : CheckOutcome.Confirmed, null);
        life.Agencies = kind => random.Next(3) == 0 ? new BenefitReply(null, false, "timeout") : new BenefitReply($"{kind}-1", false, null);
        await life.ApplyAsync(withPermit: true);
        for (var year = 1; year <= 4; year++)
        {
            var day = Settlement.Start.PlusYears(year).PlusDays(-random.Next(1, 28));
            await life.RunToAsync(day);
            await life.EndorseAsync(day);
        }

        await life.RunToAsync(Settlement.Maturity.PlusDays(60));

        var settled = await life.StateAsync();
        Assert.Equal(CaseStatus.Settled, settled.Status);
        Assert.Equal([BenefitKind.Education, BenefitKind.Health], settled.Benefits.Select(benefit => benefit.Kind).Order());
        Assert.Equal(2 + settled.Checks.Count, life.Asked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, life.Instance.Status);
        Assert.InRange(life.Engine.Instances.Max(instance => instance.LargestHistory), 10, 199);
    }
}
