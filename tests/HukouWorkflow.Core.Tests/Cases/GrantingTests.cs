using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using static HukouWorkflow.Core.Tests.Cases.Applications;
using static HukouWorkflow.Core.Tests.Cases.CaseSpec;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>From the grant to the end: each benefit goes its own way.</summary>
public sealed class GrantingTests
{
    private const int Education = 7;
    private const int Health = 8;

    private static readonly CaseSpec Granting = Given(Maturity, Application(endorsed: 4), Matured()).And(Maturity, [.. AllConfirmed(), Granted()]);

    [Fact]
    public void Given_hukou_is_granted_When_both_benefits_are_Then_the_case_is_settled()
    {
        var outcome = Granting.When(Grants(Health, "h-1"), Grants(Education, "e-1"))
            .Then(new BenefitGranted(Education, BenefitKind.Education, 0, "e-1"), new CaseSettled());

        Assert.Equal(CaseStatus.Settled, outcome.State.Status);
        Assert.Equal(["e-1", "h-1"], [.. outcome.State.Benefits.Select(benefit => benefit.Reference)], StringComparer.Ordinal);
    }

    [Fact]
    public void Given_one_benefit_fails_When_the_other_is_granted_Then_neither_touches_the_other()
    {
        var before = Granting.When(Fails(Education));

        var after = before.Next.When(Grants(Health)).Then(new BenefitGranted(Health, BenefitKind.Health, 0, "ref"));

        Assert.Equal(before.State.Benefits[0], after.State.Benefits[0]);
        Assert.Equal(CaseStatus.Granting, after.State.Status);
        Assert.Equal(Education, Assert.Single(after.Effects.Owed).No);
    }

    [Fact]
    public void Given_a_benefit_keeps_failing_When_six_attempts_have_failed_Then_a_person_is_shown_it_and_it_is_asked_for_weekly_until_granted()
    {
        var state = Granting.When(Grants(Health)).Next;
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            var due = state.When(new CaseCommand.Advance()).Effects.Owed[0].DueAt;
            var outcome = state.WhenAt(due, Fails(Education));
            Assert.Equal(attempt < 9 ? BenefitStatus.Failed : BenefitStatus.Escalated, outcome.State.Benefits[0].Status);
            var wait = outcome.Effects.Owed[0].DueAt - due;
            Assert.InRange(wait.TotalDays, attempt < 9 ? 0 : 5.6, attempt < 9 ? 1.9 : 8.4);
            Assert.Equal(attempt < 9, outcome.Effects.Due is null);
            state = outcome.Next;
        }

        state.When(Grants(Education)).Then(new BenefitGranted(Education, BenefitKind.Education, 0, "ref"), new CaseSettled());
    }

    [Fact]
    public void Given_an_agency_declines_When_it_is_the_first_attempt_Then_a_person_is_shown_it_at_once_and_it_is_asked_for_again()
    {
        var outcome = Granting.When(Declines(Education));

        var escalated = Assert.IsType<BenefitEscalated>(Assert.Single(outcome.Decision.Events));
        Assert.Equal((1, "noPlace"), (escalated.Attempt, escalated.Reason));
        Assert.Equal(Maturity, outcome.Effects.Due);
        outcome.Next.WhenAt(escalated.RetryAt, Grants(Education)).Then(new BenefitGranted(Education, BenefitKind.Education, 0, "ref"));
    }

    [Fact]
    public void Given_a_benefit_is_granted_When_the_agency_answers_again_Then_the_first_answer_stands()
    {
        var granted = Granting.When(Grants(Education, "first")).Next;

        granted.When(Grants(Education, "second")).ThenNothing();
        granted.When(Fails(Education)).ThenNothing();
        granted.When(Declines(Education)).ThenNothing();
    }

    [Fact]
    public void Given_a_failure_was_counted_When_the_same_failure_is_told_again_Then_it_is_ignored()
    {
        Granting.When(Fails(Education), Fails(Education)).ThenNothing();
        Granting.When(Declines(Education), Declines(Education)).ThenNothing();
        Granting.When(Declines(Education), Fails(Education)).ThenNothing();
    }

    [Fact]
    public void Given_a_failed_attempt_When_another_attempt_is_declined_before_the_retry_Then_a_person_is_shown_it() =>
        Assert.IsType<BenefitEscalated>(Assert.Single(Granting.When(Fails(Education), Declines(Education)).Decision.Events));

    [Fact]
    public void Given_hukou_is_granted_When_the_registers_answer_late_Then_it_is_ignored() =>
        Granting.When(Says(1, CheckOutcome.Contradicted)).ThenNothing();

    [Fact]
    public void Given_hukou_is_granted_When_a_fact_or_document_comes_Then_it_is_not_taken_since_nothing_would_come_of_it()
    {
        var away = new AbsenceStated(Day(2024, 1, 1), Day(2024, 12, 31));

        Granting.When(States(away)).ThenRejected(Rejection.AlreadyGranted);
        Granting.When(new CaseCommand.AddEvidence(null)).ThenRejected(Rejection.AlreadyGranted);
    }

    [Fact]
    public void Given_an_escalated_benefit_When_staff_look_at_the_case_Then_only_the_look_is_recorded() =>
        Granting.When(Declines(Education), new CaseCommand.View("staff-1", "supervisor")).Then(new CaseViewed("staff-1", "supervisor"));
}
