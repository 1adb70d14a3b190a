using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using static HukouWorkflow.Core.Tests.Cases.Applications;
using static HukouWorkflow.Core.Tests.Cases.CaseSpec;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Applying, stating facts and taking back, up to the day the time is complete.</summary>
public sealed class AccrualTests
{
    private static readonly CaseSpec Running = Given(Day(2021, 11, 1), Application(), new AccrualBegan());

    private static readonly CaseSpec Lapsed = Running.And(Day(2022, 10, 2), new AccrualSuspended(Day(2022, 10, 1), GapReason.LateEndorsement));

    [Fact]
    public void Given_no_case_When_an_application_comes_Then_the_clock_runs() =>
        Given(Day(2021, 11, 1)).When(new CaseCommand.Submit(Application())).Then(Application(), new AccrualBegan());

    [Fact]
    public void Given_no_case_When_the_five_years_are_complete_already_Then_the_registers_are_asked_at_once()
    {
        var application = Application(endorsed: 4);

        var outcome = Given(Day(2026, 10, 15)).When(new CaseCommand.Submit(application)).Then(application, Matured());

        Assert.Equal(Registers, outcome.Effects.Owed.Cast<OwedEffect.AskRegister>().Select(ask => ask.Register));
        Assert.All(outcome.Effects.Owed, effect => Assert.Equal(outcome.Now, effect.DueAt));
    }

    [Fact]
    public void Given_no_case_When_the_permit_has_lapsed_already_Then_the_clock_stands_still_from_the_anniversary() =>
        Given(Day(2023, 1, 1)).When(new CaseCommand.Submit(Application()))
            .Then(Application(), new AccrualSuspended(Day(2022, 10, 1), GapReason.LateEndorsement));

    [Fact]
    public void Given_no_case_When_the_applicant_lives_outside_the_city_Then_the_clock_stands_still()
    {
        var application = Application() with { Facts = TestFacts.Since(Start, moves: [new Abode(Day(2022, 3, 1), TestFacts.Chengdu)]) };

        Given(Day(2022, 5, 1)).When(new CaseCommand.Submit(application))
            .Then(application, new AccrualSuspended(Day(2022, 3, 1), GapReason.LeftCity));
    }

    [Fact]
    public void Given_no_case_When_anything_but_an_application_comes_Then_there_is_no_such_case()
    {
        foreach (var command in new[] { new CaseCommand.Advance(), new CaseCommand.Withdraw(), Confirms(1), Grants(1), new CaseCommand.View("staff", "auditor") })
        {
            Given(Day(2021, 11, 1)).When(command).ThenRejected(Rejection.NoSuchCase);
        }
    }

    [Fact]
    public void Given_a_running_case_When_the_application_comes_again_Then_it_is_open_already() =>
        Running.When(new CaseCommand.Submit(Application())).ThenRejected(Rejection.AlreadyOpen);

    [Fact]
    public void Given_a_running_case_When_nothing_has_fallen_due_Then_nothing_happens() =>
        Running.WhenOn(Day(2022, 9, 30), new CaseCommand.Advance()).ThenNothing();

    [Fact]
    public void Given_a_running_case_When_its_anniversary_passes_without_endorsement_Then_the_clock_stands_still() =>
        Running.WhenOn(Day(2022, 10, 2), new CaseCommand.Advance()).Then(new AccrualSuspended(Day(2022, 10, 1), GapReason.LateEndorsement));

    [Fact]
    public void Given_a_lapsed_permit_When_it_is_endorsed_Then_the_clock_runs_again() =>
        Lapsed.WhenOn(Day(2022, 11, 3), States(new ResidenceEndorsed(Day(2022, 11, 3))))
            .Then(new ResidenceEndorsed(Day(2022, 11, 3)), new AccrualBegan());

    [Fact]
    public void Given_a_lapsed_permit_When_an_endorsement_in_time_is_found_in_a_drawer_Then_the_clock_never_stood_still()
    {
        var outcome = Lapsed.WhenOn(Day(2022, 11, 3), States(new ResidenceEndorsed(Day(2022, 9, 20))))
            .Then(new ResidenceEndorsed(Day(2022, 9, 20)), new AccrualBegan());

        Assert.Null(outcome.State.Suspension);
    }

    [Fact]
    public void Given_a_lapsed_permit_When_the_person_leaves_the_city_Then_the_reason_is_told_anew_and_once()
    {
        var moved = new ResidenceMoved(Day(2022, 9, 1), TestFacts.Chengdu);

        Lapsed.WhenOn(Day(2022, 11, 3), States(moved)).Then(moved, new AccrualSuspended(Day(2022, 9, 1), GapReason.LeftCity))
            .Next.When(new CaseCommand.Advance()).ThenNothing();
    }

    [Fact]
    public void Given_a_running_case_When_the_person_moves_within_the_city_Then_the_clock_runs_on() =>
        Running.WhenOn(Day(2022, 5, 1), States(new ResidenceMoved(Day(2022, 5, 1), TestFacts.Qianjiang)))
            .Then(new ResidenceMoved(Day(2022, 5, 1), TestFacts.Qianjiang));

    [Fact]
    public void Given_a_suspended_case_When_a_home_is_bought_Then_another_route_is_met() =>
        Lapsed.WhenOn(Day(2022, 11, 3), States(new DwellingStated(Day(2022, 11, 1), Dwelling.Owned))).Then(
            new DwellingStated(Day(2022, 11, 1), Dwelling.Owned),
            new CaseMatured(Day(2022, 11, 1), Day(2010, 1, 1), "housing", [new VersionResult(Day(2010, 1, 1), "housing", Day(2022, 11, 1))], Enum.GetValues<Register>()));

    [Fact]
    public void Given_a_suspended_case_When_work_goes_on_towards_another_route_Then_the_case_goes_on() =>
        Lapsed.WhenOn(Day(2022, 11, 3), States(new EmploymentStated(Job(Start)))).Then(new EmploymentStated(Job(Start)), new AccrualBegan());

    [Fact]
    public void Given_a_case_under_an_older_version_When_a_later_one_is_more_favourable_Then_it_applies_and_both_results_are_kept()
    {
        var application = Application(endorsed: 3) with
        {
            Facts = Application(endorsed: 3).Facts with { Employment = [Job(Day(2021, 11, 1))], Insurance = [new DateSpan(Day(2021, 12, 1), null)] },
        };

        Given(Day(2021, 11, 1), application, new AccrualBegan()).WhenOn(Day(2024, 12, 1), new CaseCommand.Advance()).Then(new CaseMatured(
            Day(2024, 12, 1),
            Day(2024, 7, 1),
            "work",
            [new VersionResult(Day(2010, 1, 1), "residence", Maturity), new VersionResult(Day(2024, 7, 1), "work", Day(2024, 12, 1))],
            Enum.GetValues<Register>()));
    }

    [Fact]
    public void Given_a_case_whose_pack_was_taken_away_When_time_passes_Then_it_waits_a_day_at_a_time_and_loses_nothing()
    {
        var decision = CaseDecider.Decide(Running.State, States(new ResidenceEndorsed(Day(2022, 9, 20))), TestBook.Without, Morning(Day(2027, 1, 1)));

        Assert.Equal([new ResidenceEndorsed(Day(2022, 9, 20))], decision.Events);
        Assert.Equal(Morning(Day(2027, 1, 2)), Effects.Of(Running.State, TestBook.Without, Morning(Day(2027, 1, 1))).NextWake);
    }

    [Fact]
    public void Given_a_fact_that_stands_When_it_is_stated_again_Then_nothing_happens()
    {
        FactStated[] facts =
        [
            new ResidenceEndorsed(Day(2022, 9, 20)),
            new AbsenceStated(Day(2021, 12, 1), Day(2021, 12, 20)),
            new InsuranceStated(new DateSpan(Day(2021, 11, 1), null)),
            new TaxStated(new TaxYear(2021, new Yuan(1000m))),
            new DwellingStated(Start, Dwelling.Leased),
        ];
        foreach (var fact in facts)
        {
            Running.When(States(fact)).Then(fact);
            Running.When(States(fact), States(fact)).ThenNothing();
        }
    }

    [Fact]
    public void Given_an_absence_When_the_person_came_back_sooner_Then_the_correction_stands_and_can_be_corrected_back()
    {
        var (longer, shorter) = (new AbsenceStated(Day(2021, 12, 1), Day(2022, 2, 1)), new AbsenceStated(Day(2021, 12, 1), Day(2022, 1, 1)));

        Running.When(States(longer), States(shorter)).Then(shorter)
            .Next.When(States(longer)).Then(longer);
    }

    [Fact]
    public void Given_a_household_When_another_member_joins_Then_the_case_gives_the_next_number() =>
        Given(Day(2021, 11, 1), Application(household: Spouse(1)), new AccrualBegan())
            .When(States(new HouseholdMemberJoined(Child(7, 2026)))).Then(new HouseholdMemberJoined(Child(2, 2026)));

    [Fact]
    public void Given_a_running_case_When_documents_are_added_Then_they_are_numbered() =>
        Running.When(new CaseCommand.AddEvidence(null), new CaseCommand.AddEvidence(Register.Housing)).Then(new EvidenceAdded(2, Register.Housing));

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public void Given_a_running_case_When_an_answer_to_no_question_comes_Then_it_is_ignored(int effect)
    {
        foreach (var reply in new[] { Confirms(effect), Silence(effect), Grants(effect), Fails(effect), Declines(effect) })
        {
            Running.When(reply).ThenNothing();
        }
    }

    [Fact]
    public void Given_an_open_case_When_staff_look_at_it_Then_the_look_is_recorded_and_nothing_else_moves()
    {
        var outcome = Running.WhenOn(Day(2027, 1, 1), new CaseCommand.View("staff-1", "caseworker")).Then(new CaseViewed("staff-1", "caseworker"));

        Assert.Equal(CaseStatus.Accruing, outcome.State.Status);
    }
}
