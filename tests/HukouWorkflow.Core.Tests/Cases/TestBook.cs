using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Tests.Policies;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>
/// The tests' own small pack, so that no test changes when a city's does: five years of residence, a home of one's own, or
/// work; from July 2024 three years of work with insurance suffice.
/// </summary>
internal static class TestBook
{
    public const string Pack = "testing";

    public static readonly PolicyBook Book = Read(Files);

    /// <summary>The same calendar and no pack, as after a pack was taken away.</summary>
    public static readonly PolicyBook Without = Book with { Packs = [] };

    private static IEnumerable<PackFile> Files =>
    [
        new("policies/national/ceiling.yaml", "cityClasses:\n  any:\n    - {from: 2010-01-01, maximum: unstated, status: verified, reference: {document: Made up for tests}}\n"),
        new("policies/national/calendar/2026.yaml", $$"""
            status: verified
            reference: {document: Made up for tests}
            holidays:
              - {name: {en: National Day, zh-CN: 国庆节}, first: 2026-10-01, last: 2026-10-07}
            workdays: [2026-10-10]
            """),
        new($"policies/{Pack}/pack.yaml", $$"""
            id: {{Pack}}
            title: {en: Testing, zh-CN: 测试}
            city: "500000"
            cityClass: any
            divisions: "GB/T 2260"
            lateEndorsement: {grace: lateEndorsementGrace, effect: lateEndorsementEffect}
            absence: {allowance: absenceAllowance}
            districtClasses: {"500105": core, "500114": outer}
            classTitles: {core: {en: the core, zh-CN: 核心区}, outer: {en: the outskirts, zh-CN: 外围区} }
            unknowns: []
            """),
        new($"policies/{Pack}/routes.yaml", """
            routes:
              - id: residence
                title: {en: Residence, zh-CN: 居住}
                since: 2010-01-01
                status: verified
                reference: {document: Made up for tests}
                all:
                  - residence: {period: residencePeriod}
              - id: work
                title: {en: Work, zh-CN: 就业}
                since: 2010-01-01
                status: verified
                reference: {document: Made up for tests}
                all:
                  - work: {period: workPeriod, kinds: [contract, business]}
                  - insurance: {period: insurancePeriod, since: 2024-07-01}
              - id: housing
                title: {en: Housing, zh-CN: 住房}
                since: 2010-01-01
                status: verified
                reference: {document: Made up for tests}
                all:
                  - dwelling: {kinds: [owned]}
            """),
        Parameter("residencePeriod", "period", "2010-01-01: P5Y"),
        Parameter("absenceAllowance", "days", "2010-01-01: 180"),
        Parameter("lateEndorsementGrace", "days", "2010-01-01: 0"),
        Parameter("lateEndorsementEffect", "choice", "2010-01-01: gap"),
        Parameter("workPeriod", "period", "2010-01-01: P5Y", "2024-07-01: P3Y"),
        Parameter("insurancePeriod", "period", "2024-07-01: P3Y"),
    ];

    private static PackFile Parameter(string name, string unit, params string[] values) => new(
        $"policies/{Pack}/parameters/{name}.yaml",
        $"description: {{en: {name}, zh-CN: {name}}}\nunit: {unit}\nvalues:\n" + string.Concat(values.Select(value =>
            $"  - {{from: {value.Split(": ")[0]}, value: {value.Split(": ")[1]}, status: verified, reference: {{document: Made up for tests}}}}\n")));

    private static PolicyBook Read(IEnumerable<PackFile> files)
    {
        var reading = PolicyBook.Read([.. files, .. ShippedPacks.Texts]);
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
