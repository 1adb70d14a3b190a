using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Agencies.Tests;

/// <summary>Synthetic people who settle in Chongqing.</summary>
internal static class Settlers
{
    public const string Name = "王秀英";
    public const string ResidentId = "500230198803152247";
    public const string ChildName = "李小明";
    public const string ChildId = "500230201505010018";
    public const string Address = "江北区观音桥1号";
    public const string Phone = "+8613800000000";
    public const string PermitNumber = "JZZ-500105-7781";
    public const string Employer = "91350100M000100Y43";

    public static IReadOnlyList<string> Secrets { get; } = [Name, ResidentId, ChildName, ChildId, Address, Phone, PermitNumber, Employer];

    public static PersonalData Personal { get; } = new()
    {
        Name = Name,
        ResidentId = ResidentId,
        Phone = Phone,
        OriginDivision = "500230",
        Address = Address,
        PermitNumber = PermitNumber,
        Employers = [Employer, null],
        Household = [new PersonalMember(ChildName, ChildId, SchoolStage.Primary)],
    };

    public static SettlementFacts Facts { get; } = new()
    {
        City = new DivisionCode(500000),
        Registration = Registration.Municipal,
        Hukou = HukouKind.Rural,
        ResidenceFrom = new LocalDate(2021, 10, 1),
        Basis = ResidenceBasis.Permit,
        Abodes = [new Abode(new LocalDate(2021, 10, 1), new DivisionCode(500105))],
        Endorsements = [new LocalDate(2022, 9, 20)],
        Absences = [new DateSpan(new LocalDate(2022, 1, 10), new LocalDate(2022, 3, 1)), new DateSpan(new LocalDate(2022, 1, 10), new LocalDate(2022, 2, 20))],
        // The second statement says when the first job ended.
        Employment =
        [
            new EmploymentSpell(EmploymentKind.Contract, new DateSpan(new LocalDate(2021, 10, 8), null)),
            new EmploymentSpell(EmploymentKind.Contract, new DateSpan(new LocalDate(2021, 10, 8), new LocalDate(2025, 5, 1))),
        ],
        Insurance = [new DateSpan(new LocalDate(2021, 11, 1), null)],
        Taxes = [new TaxYear(2024, new Yuan(50_000))],
        Dwellings = [new DwellingSince(new LocalDate(2021, 10, 1), Dwelling.Leased)],
        Household = [new HouseholdMember(1, Relation.Child, 2021)],
    };

    public static EffectKey Key(int no = 1) => new(new CaseId(Guid.Parse("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55")), no);

    public static Inquiry Inquiry(int no = 1, int person = 0) => new(Key(no), person, Facts, Personal);
}
