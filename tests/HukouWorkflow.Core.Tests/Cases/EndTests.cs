using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Residence;
using static HukouWorkflow.Core.Tests.Cases.Applications;
using static HukouWorkflow.Core.Tests.Cases.CaseSpec;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Taking an application back, and what can still happen once a case has come to an end.</summary>
public sealed class EndTests
{
    private static readonly CaseSpec Running = Given(Day(2021, 11, 1), Application(), new AccrualBegan());
    private static readonly CaseSpec Checking = Given(Maturity, Application(endorsed: 4), Matured());
    private static readonly CaseSpec Granting = Checking.And(Maturity, [.. AllConfirmed(), Granted()]);

    public static TheoryData<string> Open => [.. OpenCases.Keys];

    private static Dictionary<string, CaseSpec> OpenCases => new(StringComparer.Ordinal)
    {
        ["received"] = Given(Day(2021, 11, 1), Application()),
        ["accruing"] = Running,
        ["suspended"] = Running.And(Day(2022, 10, 2), new AccrualSuspended(Day(2022, 10, 1), GapReason.LateEndorsement)),
        ["checking"] = Checking,
        ["for review"] = Checking.And(Maturity, [.. AllConfirmed(), new ReviewOpened([new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null)], Day(2026, 11, 3))]),
    };

    [Theory]
    [MemberData(nameof(Open))]
    public void Given_a_case_before_its_grant_When_it_is_taken_back_Then_it_ends_and_owes_nothing(string status)
    {
        var outcome = OpenCases[status].When(new CaseCommand.Withdraw()).Then(new ApplicationWithdrawn());

        Assert.Equal(CaseStatus.Withdrawn, outcome.State.Status);
        Assert.Equivalent(new Effects([], null, null), outcome.Effects);
    }

    [Fact]
    public void Given_hukou_is_granted_When_the_application_is_taken_back_Then_it_is_too_late() =>
        Granting.When(new CaseCommand.Withdraw()).ThenRejected(Rejection.AlreadyGranted);

    [Fact]
    public void Given_a_case_at_its_end_When_anything_comes_Then_only_a_look_is_recorded()
    {
        CaseSpec[] ends =
        [
            Running.And(Day(2022, 1, 1), new ApplicationWithdrawn()),
            Granting.And(Maturity, new BenefitGranted(7, BenefitKind.Education, 0, "e"), new BenefitGranted(8, BenefitKind.Health, 0, "h"), new CaseSettled()),
        ];
        foreach (var end in ends)
        {
            end.When(new CaseCommand.View("staff-1", "auditor")).Then(new CaseViewed("staff-1", "auditor"));
            foreach (var quiet in new[] { new CaseCommand.Advance(), Confirms(1), Silence(1), Grants(7), Fails(7), Declines(8) })
            {
                end.WhenOn(Day(2040, 1, 1), quiet).ThenNothing();
            }

            foreach (var refused in new[] { States(new ResidenceEndorsed(Day(2022, 9, 20))), new CaseCommand.AddEvidence(null), new CaseCommand.Withdraw() })
            {
                end.When(refused).ThenRejected(Rejection.CaseClosed);
            }
        }
    }
}
