using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Functions.Orchestrators;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>The checks and the two grants, each in an orchestration of its own.</summary>
public sealed class GrantTests(Shelf shelf) : IClassFixture<Shelf>
{
    [Fact]
    public async Task Given_a_mature_case_When_it_is_woken_Then_six_registers_and_two_agencies_are_each_asked_once_and_it_is_settled_at_once()
    {
        using var life = new Settlement(shelf.Store, Settlement.Maturity);
        await life.ApplyAsync();

        await life.RunAsync();

        Assert.Equal(CaseStatus.Settled, await life.StatusAsync());
        var id = life.Id.ToString();
        Assert.Equal(
            [.. Enum.GetValues<Register>().Select((register, index) => $"{register} {id}/{index + 1}"), $"Education {id}/7", $"Health {id}/8"],
            life.Asked,
            StringComparer.Ordinal);
        Assert.Equal(
            [nameof(ResidencyOrchestrator), nameof(EligibilityChecksOrchestrator), nameof(BenefitGrantOrchestrator)],
            life.Engine.Instances.Select(instance => instance.Name),
            StringComparer.Ordinal);
        Assert.All(life.Engine.Instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status));
        Assert.Equal(3, life.Instance.Rounds);
    }

    [Fact]
    public async Task Given_the_health_agency_is_down_for_sixty_hours_When_the_case_matures_Then_education_is_granted_at_once_and_health_when_it_is_back()
    {
        using var life = new Settlement(shelf.Store, Settlement.Maturity);
        // Whatever the spread of the waits, the eighth attempt comes before this (56 hours at the latest) and the ninth after it
        // (66 at the soonest).
        var back = life.Time.GetUtcNow().AddHours(60);
        life.Agencies = kind => kind == BenefitKind.Health && life.Time.GetUtcNow() < back
            ? new BenefitReply(null, false, "timeout")
            : new BenefitReply($"{kind}-1", false, null);
        await life.ApplyAsync();
        await life.RunForAsync(TimeSpan.FromMinutes(1));

        var during = await life.StateAsync();
        Assert.Equal(
            [(BenefitKind.Education, BenefitStatus.Granted), (BenefitKind.Health, BenefitStatus.Failed)],
            during.Benefits.Select(benefit => (benefit.Kind, benefit.Status)));
        Assert.Equal("granting", life.Progress.Status);

        await life.RunForAsync(TimeSpan.FromDays(7));
        Assert.Equal(CaseStatus.Settled, await life.StatusAsync());
        Assert.Single(life.Asked, asked => asked.StartsWith("Education", StringComparison.Ordinal));
        // The attempts are those of the case itself, over days; no activity failed, and none was retried.
        Assert.Equal(9, life.Asked.Count(asked => asked.StartsWith("Health", StringComparison.Ordinal)));
        Assert.Single(life.Asked.Where(asked => asked.StartsWith("Health", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Given_a_worker_that_cannot_run_one_activity_When_its_retries_end_Then_the_other_benefit_is_granted_and_the_case_goes_on_later()
    {
        using var life = new Settlement(shelf.Store, Settlement.Maturity);
        var back = life.Time.GetUtcNow().AddMinutes(10).UtcDateTime;
        life.Engine.ActivityMishaps = run =>
            run.At < back && run.Name is nameof(CaseActivities.RequestBenefit) && run.Input!.Contains("education", StringComparison.Ordinal)
                ? Testing.Engine.ActivityMishap.Fails
                : Testing.Engine.ActivityMishap.None;
        await life.ApplyAsync();
        await life.RunForAsync(TimeSpan.FromMinutes(9));

        Assert.Equal("stalled", life.Progress.Status);
        Assert.Equal(BenefitStatus.Granted, (await life.StateAsync()).Benefits.Single(benefit => benefit.Kind == BenefitKind.Health).Status);

        await life.RunForAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(CaseStatus.Settled, await life.StatusAsync());
        Assert.Equal(1, life.Asked.Count(asked => asked.StartsWith("Health", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Given_a_register_that_contradicts_When_the_case_matures_Then_it_waits_for_a_person_and_is_looked_at_monthly()
    {
        using var life = new Settlement(shelf.Store, Settlement.Maturity);
        life.Registers = register => new RegisterReply(register == Register.Housing ? CheckOutcome.Contradicted : CheckOutcome.Confirmed, null);
        await life.ApplyAsync();

        await life.RunForAsync(TimeSpan.FromDays(61));

        Assert.Equal(CaseStatus.ForReview, await life.StatusAsync());
        Assert.Equal("forReview", life.Progress.Status);
        Assert.Equal(2 + 2, life.Runs(nameof(CaseActivities.AdvanceCase)));
    }
}
