using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using static HukouWorkflow.Core.Tests.Cases.Applications;
using static HukouWorkflow.Core.Tests.Cases.CaseSpec;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>What moves a case that waits for a person's decision. No person decides here, and nothing refuses.</summary>
public sealed class ReviewTests
{
    private static readonly CaseSpec ForReview = Given(Maturity, Application(endorsed: 4), Matured())
        .And(Maturity, Answers(1, register => register == Register.Housing ? CheckOutcome.Contradicted : CheckOutcome.Confirmed))
        .And(Maturity, new ReviewOpened([new ReviewCause(ReviewReason.RegisterContradicted, Register.Housing)], Day(2026, 11, 3)));

    [Fact]
    public void Given_a_person_must_decide_When_time_passes_Then_nothing_happens_by_itself() =>
        ForReview.WhenOn(Day(2030, 1, 1), new CaseCommand.Advance()).ThenNothing();

    [Fact]
    public void Given_a_person_must_decide_When_a_document_is_added_Then_every_register_is_asked_again()
    {
        var outcome = ForReview.When(new CaseCommand.AddEvidence(Register.Housing)).Then(new EvidenceAdded(1, Register.Housing), new ChecksReopened(Enum.GetValues<Register>()));

        Assert.Equal([7, 8, 9, 10, 11, 12], outcome.Effects.Owed.Select(effect => effect.No));
        Assert.Null(outcome.State.Review);
    }

    [Fact]
    public void Given_the_checks_were_reopened_When_every_register_confirms_Then_hukou_is_granted_on_the_maturity_reached_before() =>
        ForReview.When([new CaseCommand.AddEvidence(null), .. Enumerable.Range(7, 6).Select(Confirms)]).Then(AllConfirmed(7)[5], Granted());

    [Fact]
    public void Given_the_checks_were_reopened_When_an_answer_of_the_round_before_comes_Then_it_is_ignored() =>
        ForReview.When(new CaseCommand.AddEvidence(null), Confirms(5)).ThenNothing();

    [Fact]
    public void Given_a_person_must_decide_When_a_fact_is_stated_Then_the_registers_are_asked_anew() =>
        ForReview.When(States(new DwellingStated(Start, Dwelling.Leased))).Then(new DwellingStated(Start, Dwelling.Leased), Matured());

    [Fact]
    public void Given_a_person_must_decide_When_a_fact_takes_the_maturity_away_Then_nobody_must()
    {
        var away = new AbsenceStated(Day(2024, 1, 1), Day(2024, 12, 31));

        var outcome = ForReview.When(States(away)).Then(away, new AccrualBegan());

        Assert.Null(outcome.State.Review);
        Assert.Equal(Day(2026, 10, 1), outcome.Effects.Due);
    }

    [Fact]
    public void Given_a_person_must_decide_When_answers_come_late_Then_they_are_ignored() =>
        ForReview.When(Confirms(5)).ThenNothing();
}
