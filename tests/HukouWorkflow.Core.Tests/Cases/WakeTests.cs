using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Residence;
using static HukouWorkflow.Core.Tests.Cases.Applications;
using static HukouWorkflow.Core.Tests.Cases.CaseSpec;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>When a case is looked at next: on the very day, from its first moment in China.</summary>
public sealed class WakeTests
{
    [Fact]
    public void Given_every_endorsement_but_the_last_is_made_When_asked_Then_the_next_wake_is_the_start_of_maturity_day_in_China()
    {
        // The fifth endorsement would be due on the day of maturity itself, so nothing is due.
        var effects = Given(Day(2026, 1, 1), Application(endorsed: 4), new AccrualBegan()).When(new CaseCommand.Advance()).Effects;

        Assert.Equal(NodaTime.Instant.FromUtc(2026, 9, 30, 16, 0), effects.NextWake);
        Assert.Empty(effects.Owed);
        Assert.Null(effects.Due);
    }

    [Fact]
    public void Given_maturity_day_When_one_moment_is_missing_Then_nothing_happens_and_on_its_first_moment_the_case_matures()
    {
        var spec = Given(Day(2026, 1, 1), Application(endorsed: 4), new AccrualBegan());
        var midnight = NodaTime.Instant.FromUtc(2026, 9, 30, 16, 0);

        spec.WhenAt(midnight - NodaTime.Duration.FromMilliseconds(1), new CaseCommand.Advance()).ThenNothing();
        spec.WhenAt(midnight, new CaseCommand.Advance()).Then(Matured());
    }

    [Fact]
    public void Given_an_endorsement_is_due_When_asked_Then_the_next_wake_is_the_day_it_is_late_and_somebody_must_act_before()
    {
        var effects = Given(Day(2021, 11, 1), Application(), new AccrualBegan()).When(new CaseCommand.Advance()).Effects;

        Assert.Equal(Core.Calendar.ChinaTime.StartOf(Day(2022, 10, 2)), effects.NextWake);
        Assert.Equal(Day(2022, 10, 1), effects.Due);
    }

    [Fact]
    public void Given_a_new_version_is_coming_When_asked_Then_the_next_wake_is_the_day_it_comes_into_force() =>
        Assert.Equal(
            Core.Calendar.ChinaTime.StartOf(Day(2024, 7, 1)),
            Given(Day(2023, 11, 1), Application(endorsed: 3), new AccrualBegan()).When(new CaseCommand.Advance()).Effects.NextWake);

    [Fact]
    public void Given_the_clock_stands_still_and_no_version_is_coming_When_asked_Then_only_a_fact_can_move_the_case()
    {
        var effects = Given(Day(2025, 1, 1), Application(), new AccrualSuspended(Day(2022, 10, 1), GapReason.LateEndorsement))
            .When(new CaseCommand.Advance()).Effects;

        Assert.Null(effects.NextWake);
        Assert.Equal(Day(2022, 10, 1), effects.Due);
    }

    [Fact]
    public void Given_several_retries_are_owed_When_asked_Then_the_next_wake_is_the_earliest()
    {
        var outcome = Given(Maturity, Application(endorsed: 4), Matured()).And(Maturity, AllConfirmed()[2..]).When(Silence(1), Silence(2));

        Assert.Equal(outcome.State.Checks.Where(check => check.Outcome is null).Min(check => check.DueAt), outcome.Effects.NextWake);
    }
}
