using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using static HukouWorkflow.Core.Tests.Cases.Applications;
using static HukouWorkflow.Core.Tests.Cases.CaseSpec;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>From the day the time is complete to the grant, or to a person's desk.</summary>
public sealed class CheckingTests
{
    private static readonly CaseSpec Checking = Given(Maturity, Application(endorsed: 4), new AccrualBegan(), Matured());

    [Fact]
    public void Given_the_time_is_complete_When_every_register_confirms_Then_hukou_and_both_benefits_are_granted()
    {
        var outcome = Checking.When([.. Enumerable.Range(1, 6).Select(Confirms)])
            .Then(new RegisterAnswered(6, Register.PublicSecurity, CheckOutcome.Confirmed, null), Granted());

        Assert.Equal(
            [new OwedEffect.RequestBenefit(7, outcome.Now, BenefitKind.Education, 0), new OwedEffect.RequestBenefit(8, outcome.Now, BenefitKind.Health, 0)],
            outcome.Effects.Owed);
    }

    [Fact]
    public void Given_a_household_When_hukou_is_granted_Then_each_child_of_school_age_gets_a_place_and_every_member_insurance()
    {
        // School entry in September 2026 has begun by October; 2027 is too young, and who entered in 2017 has had nine years.
        var application = Application(endorsed: 4, household: [Spouse(1), Child(2, 2026), Child(3, 2027), Child(4, 2018), Child(5, 2017)]);

        Given(Maturity, application, Matured(), AllConfirmed()[0]).And(Maturity, AllConfirmed()[1..5]).When(Confirms(6)).Then(
            AllConfirmed()[5],
            Granted(
                new OwedBenefit(BenefitKind.Education, 2),
                new OwedBenefit(BenefitKind.Education, 4),
                new OwedBenefit(BenefitKind.Health, 1),
                new OwedBenefit(BenefitKind.Health, 2),
                new OwedBenefit(BenefitKind.Health, 3),
                new OwedBenefit(BenefitKind.Health, 4),
                new OwedBenefit(BenefitKind.Health, 5)));
    }

    [Fact]
    public void Given_answers_missing_When_another_register_confirms_Then_nothing_is_decided_yet() =>
        Checking.When(Confirms(3), Confirms(1)).Then(AllConfirmed()[0]);

    [Theory]
    [InlineData(CheckOutcome.Contradicted, ReviewReason.RegisterContradicted)]
    [InlineData(CheckOutcome.Unknown, ReviewReason.RegisterUnknown)]
    public void Given_one_register_does_not_confirm_When_the_last_answers_Then_a_person_decides_within_twenty_working_days(CheckOutcome said, ReviewReason why)
    {
        // From 1 October 2026: the holiday ends on the 7th, and Saturday the 10th is worked.
        var outcome = Checking.When([.. Enumerable.Range(1, 4).Select(Confirms), Confirms(6), Says(5, said)]).Then(
            new RegisterAnswered(5, Register.Housing, said, "code"),
            new ReviewOpened([new ReviewCause(why, Register.Housing)], Day(2026, 11, 3)));

        Assert.Empty(outcome.Effects.Owed);
        Assert.Null(outcome.Effects.NextWake);
        Assert.Equal(Day(2026, 11, 3), outcome.Effects.Due);
    }

    [Fact]
    public void Given_several_things_against_a_grant_When_the_last_register_answers_Then_every_one_is_named()
    {
        var case_ = Given(Maturity, Application(endorsed: 4, consents: false), Matured());

        case_.When(Says(1, CheckOutcome.Contradicted), Says(2, CheckOutcome.Unknown), Confirms(3), Confirms(4), Confirms(5), Confirms(6)).Then(
            AllConfirmed()[5],
            new ReviewOpened(
                [
                    new ReviewCause(ReviewReason.RegisterContradicted, Register.Population),
                    new ReviewCause(ReviewReason.RegisterUnknown, Register.ResidencePermit),
                    new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null),
                ],
                Day(2026, 11, 3)));
    }

    [Fact]
    public void Given_no_consent_to_an_automatic_grant_When_every_register_confirms_Then_a_person_decides() =>
        Given(Maturity, Application(endorsed: 4, consents: false), Matured()).And(Maturity, AllConfirmed()[..5]).When(Confirms(6)).Then(
            AllConfirmed()[5],
            new ReviewOpened([new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null)], Day(2026, 11, 3)));

    [Fact]
    public void Given_a_register_that_never_answers_When_six_attempts_have_failed_Then_its_answer_is_unknown()
    {
        var state = Checking.And(Maturity, AllConfirmed()[1..]);
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            var due = Assert.Single(state.When(new CaseCommand.Advance()).Effects.Owed).DueAt;
            var outcome = state.WhenAt(due, Silence(1));
            var failed = Assert.IsType<RegisterDidNotAnswer>(Assert.Single(outcome.Decision.Events));
            Assert.Equal((attempt, Register.Population, "timeout"), (failed.Attempt, failed.Register, failed.Reason));
            Assert.Equal(due + RetrySchedule.After(new EffectKey(Id, 1), attempt), failed.RetryAt);
            Assert.Equal(failed.RetryAt, outcome.Effects.NextWake);
            state = outcome.Next;
        }

        state.WhenAt(state.When(new CaseCommand.Advance()).Effects.Owed[0].DueAt, Silence(1)).Then(
            new RegisterAnswered(1, Register.Population, CheckOutcome.Unknown, "timeout"),
            new ReviewOpened([new ReviewCause(ReviewReason.RegisterUnknown, Register.Population)], Day(2026, 11, 3)));
    }

    [Fact]
    public void Given_a_failure_was_counted_When_the_same_failure_is_told_again_Then_it_is_ignored() =>
        Checking.When(Silence(1), Silence(1)).ThenNothing();

    [Fact]
    public void Given_a_register_that_failed_When_its_late_answer_comes_before_the_retry_Then_it_is_taken() =>
        Checking.When(Silence(1), Confirms(1)).Then(AllConfirmed()[0]);

    [Fact]
    public void Given_a_register_answered_When_it_answers_again_Then_the_first_answer_stands() =>
        Checking.When(Confirms(1), Says(1, CheckOutcome.Contradicted)).ThenNothing();

    [Fact]
    public void Given_the_registers_are_asked_When_a_fact_takes_the_maturity_away_Then_the_clock_runs_again_and_late_answers_are_ignored()
    {
        var away = new AbsenceStated(Day(2024, 1, 1), Day(2024, 12, 31));

        var outcome = Checking.When(States(away)).Then(away, new AccrualBegan());

        Assert.Empty(outcome.State.Checks);
        outcome.Next.When(Confirms(1)).ThenNothing();
    }

    [Fact]
    public void Given_the_registers_are_asked_When_a_fact_changes_nothing_Then_they_are_asked_anew_about_what_is_stated_now()
    {
        var joined = new HouseholdMemberJoined(Spouse(1));

        var outcome = Checking.When(Confirms(1), States(joined)).Then(joined, Matured());

        Assert.Equal([7, 8, 9, 10, 11, 12], outcome.Effects.Owed.Select(effect => effect.No));
        outcome.Next.When(Confirms(2)).ThenNothing();
    }

    [Fact]
    public void Given_the_registers_are_asked_When_the_person_left_the_city_before_maturity_Then_the_clock_stands_still()
    {
        var moved = new ResidenceMoved(Day(2026, 9, 1), TestFacts.Chengdu);

        Checking.When(States(moved)).Then(moved, new AccrualSuspended(Day(2026, 9, 1), GapReason.LeftCity));
    }

    [Fact]
    public void Given_the_registers_are_asked_When_a_document_is_added_Then_the_questions_stand() =>
        Checking.When(new CaseCommand.AddEvidence(Register.Housing)).Then(new EvidenceAdded(1, Register.Housing));
}
