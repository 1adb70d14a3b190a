using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>The synthetic people of seeded cases, by the case's number.</summary>
internal static class SeededPeople
{
    private const int Sequences = 1000;

    // Born from 1960 to 1999: old enough, and enough days for 14 million numbers in one county.
    private const int BirthDays = 14_600;

    // Whoever lives with an applicant is nobody who applies.
    private const int Relatives = 100_000_000;

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
    private static readonly string[] GivenNames = ["秀英", "伟", "芳", "建国", "丽", "强", "敏", "静", "洋", "艳", "勇", "军", "桂兰", "杰", "涛"];
    private static readonly string[] Counties = ["500230", "500231", "500233", "500235", "500236", "500237", "500238", "500240"];
    private static readonly LocalDate FirstBirthDay = new(1960, 1, 1);

    /// <summary>The account that applied for a case.</summary>
    public static string Account(int number) => string.Create(CultureInfo.InvariantCulture, $"seeded-{number}");

    /// <summary>The applicant's identity number.</summary>
    public static ResidentId ResidentId(int number)
    {
        var county = Counties[number / Sequences / BirthDays % Counties.Length];
        var born = FirstBirthDay.PlusDays(number / Sequences % BirthDays);
        var digits = string.Create(CultureInfo.InvariantCulture, $"{county}{born.Year:D4}{born.Month:D2}{born.Day:D2}{number % Sequences:D3}");
        return Core.Identity.ResidentId.TryParse(digits + Core.Identity.ResidentId.CheckCharacterOf(digits), out var id, out var fault)
            ? id
            : throw new System.Diagnostics.UnreachableException($"Seeded person {number}: {fault}");
    }

    /// <summary>The personal data of a case, of usual size.</summary>
    public static PersonalData Data(int number, ResidentId id, SettlementFacts facts) => new()
    {
        Name = Name(number),
        ResidentId = id.Value,
        Phone = string.Create(CultureInfo.InvariantCulture, $"+8613{number % 1_000_000_000:D9}"),
        Language = "zh-CN",
        OriginDivision = id.FirstRegistered.ToString(),
        Address = string.Create(CultureInfo.InvariantCulture, $"重庆市{facts.Abodes[0].Division}区人民路{1 + (number % 900)}号{1 + (number % 30)}单元"),
        PermitNumber = facts.Basis == ResidenceBasis.Permit ? string.Create(CultureInfo.InvariantCulture, $"CQ{number:D12}") : null,
        Employers = [.. facts.Employment.Select(_ => "91350100M000100Y43")],
        Household = [.. facts.Household.Select(member => new PersonalMember(
            Name(number + member.No),
            ResidentId(Relatives + ((number % Relatives) * 4) + member.No).Value,
            member.Relation == Relation.Child ? SchoolStage.Primary : null))],
    };

    private static string Name(int number) => Surnames[number % Surnames.Length] + GivenNames[number / Surnames.Length % GivenNames.Length];
}
