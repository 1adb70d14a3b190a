using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Applications and answers as the tests state them. The people are made up.</summary>
internal static class Applications
{
    public static readonly CaseId Id = new(new Guid("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55"));

    public static readonly Register[] Registers = Enum.GetValues<Register>();

    /// <summary>The day residence is taken up in most tests. Five years later it is 1 October 2026.</summary>
    public static readonly LocalDate Start = new(2021, 10, 1);

    /// <summary>The day five years of residence are complete.</summary>
    public static readonly LocalDate Maturity = new(2026, 10, 1);

    public static Instant Morning(LocalDate day) => ChinaTime.StartOf(day) + Duration.FromHours(9);

    public static LocalDate Day(int year, int month, int day) => new(year, month, day);

    /// <summary>An application for residence since <see cref="Start"/>, endorsed in each of the years given.</summary>
    public static ApplicationReceived Application(LocalDate? from = null, int endorsed = 0, bool consents = true, params HouseholdMember[] household) => new()
    {
        Applicant = new PersonKey("00112233445566778899aabbccddeeff"),
        Pack = TestBook.Pack,
        Version = Day(2010, 1, 1),
        Facts = TestFacts.Since(from ?? Start).EndorsedYearly(endorsed) with { Household = household },
        Consent = new Consent(consents, RegisterChecks: true),
    };

    public static CaseMatured Matured(LocalDate? on = null) => new(
        on ?? Maturity,
        Day(2010, 1, 1),
        "residence",
        [new VersionResult(Day(2010, 1, 1), "residence", on ?? Maturity), new VersionResult(Day(2024, 7, 1), "residence", on ?? Maturity)],
        Enum.GetValues<Register>());

    /// <summary>The six answers of one round, the first with the number given.</summary>
    public static RegisterAnswered[] AllConfirmed(int first = 1) => Answers(first, _ => CheckOutcome.Confirmed);

    public static RegisterAnswered[] Answers(int first, Func<Register, CheckOutcome> outcome) =>
        [.. Registers.Select((register, index) => new RegisterAnswered(first + index, register, outcome(register), null))];

    public static SettlementGranted Granted(params OwedBenefit[] others) => new(
        Day(2010, 1, 1), "residence", [new(BenefitKind.Education, 0), new(BenefitKind.Health, 0), .. others]);

    public static CaseCommand Confirms(int effect) => new CaseCommand.TakeRegisterReply(effect, new RegisterReply(CheckOutcome.Confirmed, null));

    public static CaseCommand Says(int effect, CheckOutcome outcome) => new CaseCommand.TakeRegisterReply(effect, new RegisterReply(outcome, "code"));

    public static CaseCommand Silence(int effect) => new CaseCommand.TakeRegisterReply(effect, new RegisterReply(null, "timeout"));

    public static CaseCommand Grants(int effect, string reference = "ref") => new CaseCommand.TakeBenefitReply(effect, new BenefitReply(reference, false, null));

    public static CaseCommand Fails(int effect) => new CaseCommand.TakeBenefitReply(effect, new BenefitReply(null, false, "timeout"));

    public static CaseCommand Declines(int effect) => new CaseCommand.TakeBenefitReply(effect, new BenefitReply(null, true, "noPlace"));

    public static CaseCommand States(FactStated fact) => new CaseCommand.StateFact(fact);

    public static HouseholdMember Child(int no, int schoolEntry) => new(no, Relation.Child, schoolEntry);

    public static HouseholdMember Spouse(int no) => new(no, Relation.Spouse, null);

    public static EmploymentSpell Job(LocalDate from, LocalDate? to = null) => new(EmploymentKind.Contract, new DateSpan(from, to));
}
