using FsCheck;
using FsCheck.Fluent;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies.Succession;

/// <summary>The rules of an invented city, as short as they vary; a null or an empty text leaves the rule out.</summary>
/// <param name="Residence">The residence asked for from 2012.</param>
/// <param name="ResidenceLater">Another, from a date on.</param>
/// <param name="Endorsement">Grace and effect of late endorsements.</param>
/// <param name="Allowance">Days of absence allowed.</param>
/// <param name="Work">The work asked for, in the core and outside it.</param>
/// <param name="Kinds">The kinds of work.</param>
/// <param name="Insurance">The insurance asked for beside work.</param>
/// <param name="InsuranceSince">From when.</param>
/// <param name="Several">How work, insurance and a home of one's own go together on a route of their own.</param>
/// <param name="WorkUntil">When the route of work ends.</param>
/// <param name="Minimum">The points asked for.</param>
/// <param name="PointsAYear">The points that a year of residence gives.</param>
public sealed record TownRules(
    string Residence,
    string ResidenceLater,
    string Endorsement,
    string Allowance,
    string Work,
    string Kinds,
    string Insurance,
    string InsuranceSince,
    string Several,
    string WorkUntil,
    string Minimum,
    string PointsAYear)
{
    private static Gen<string> Periods => Gen.Elements("P1Y", "P18M", "P2Y", "P3Y", "P36M", "P4Y", "P5Y");

    private static Gen<string> Dates => Gen.Elements("2014-01-01", "2016-07-01", "2020-01-01", "2024-01-01", "2026-06-01");

    /// <summary>Rules, and what became of them: most stay, some are written anew.</summary>
    public static Arbitrary<(TownRules Before, TownRules After)> Pairs() =>
        (from before in Rules
         from other in Rules
         from seeds in Gen.Choose(0, 5).ListOf(12)
         select (before, before.Edited(other, [.. seeds.Select(seed => seed == 0)]))).ToArbitrary();

    private static Gen<TownRules> Rules =>
        from residence in Periods
        from later in Gen.OneOf(Gen.Constant(""), Dates.SelectMany(_ => Periods, (date, period) => $"{date} {period}"))
        from endorsement in Gen.Elements("", "0 gap", "30 gap", "0 restart", "30 restart", "60 restart")
        from allowance in Gen.Elements("", "0", "90", "180")
        from core in Periods
        from outer in Periods
        from kinds in Gen.Elements("contract", "business", "contract, business")
        from insurance in Gen.OneOf(Gen.Constant(""), Periods)
        from since in Dates
        from several in Gen.Elements("", "any", "all", "atLeast 1", "atLeast 2")
        from until in Gen.OneOf(Gen.Constant(""), Gen.Constant(""), Dates)
        from minimum in Gen.Elements("20", "40", "60", "80")
        from points in Gen.Elements("5", "10", "15")
        select new TownRules(residence, later, endorsement, allowance, $"{{core: {core}, outer: {outer}}}", kinds, insurance, since, several, until, minimum, points);

    public PolicyBook Read()
    {
        var reading = PolicyBook.Read([.. Files(), .. ShippedPacks.Texts]);
        Assert.Empty(reading.Problems);
        return reading.Book!;
    }

    private TownRules Edited(TownRules other, bool[] anew) => new(
        anew[0] ? other.Residence : Residence,
        anew[1] ? other.ResidenceLater : ResidenceLater,
        anew[2] ? other.Endorsement : Endorsement,
        anew[3] ? other.Allowance : Allowance,
        anew[4] ? other.Work : Work,
        anew[5] ? other.Kinds : Kinds,
        anew[6] ? other.Insurance : Insurance,
        anew[7] ? other.InsuranceSince : InsuranceSince,
        anew[8] ? other.Several : Several,
        anew[9] ? other.WorkUntil : WorkUntil,
        anew[10] ? other.Minimum : Minimum,
        anew[11] ? other.PointsAYear : PointsAYear);

    private IEnumerable<PackFile> Files()
    {
        yield return new("policies/national/ceiling.yaml", "cityClasses:\n  any:\n    - {from: 2010-01-01, maximum: unstated, status: verified, reference: {document: Made up for tests, article: art. 1}}\n");
        yield return new("policies/town/pack.yaml", $$"""
            id: town
            title: {en: Town, zh-CN: 城}
            cities: ["500000", "440300"]
            cityClass: any
            divisions: "GB/T 2260"
            districtClasses: {"500105": core, "500230": outer, "440304": core, "440305": outer}
            classTitles: {core: {en: the core, zh-CN: 核心区}, outer: {en: the outskirts, zh-CN: 外围区} }
            {{(Endorsement.Length > 0 ? "lateEndorsement: {grace: grace, effect: effect}" : "")}}
            {{(Allowance.Length > 0 ? "absence: {allowance: allowance}" : "")}}
            unknowns: []
            """);
        yield return new("policies/town/routes.yaml", "routes:\n" + string.Concat(Routes()));
        yield return new("policies/town/points.yaml", "entries:\n  - id: residence\n    title: {en: Residence, zh-CN: 居住}\n    perYear: {of: residence, points: yearly}\n");
        foreach (var file in Parameters())
        {
            yield return file;
        }
    }

    private IEnumerable<string> Routes()
    {
        var work = $"work: {{period: work, kinds: [{Kinds}]}}";
        yield return Route("residence", "", "residence: {period: residence}");
        yield return Route("points", "", "points: {minimum: minimum}");
        yield return Route("work", WorkUntil, Insurance.Length > 0 ? [work, $"insurance: {{period: insurance, since: {InsuranceSince}}}"] : [work]);
        if (Several.Length > 0)
        {
            string[] parts = [work, "dwelling: {kinds: [owned]}", Insurance.Length > 0 ? "insurance: {period: insurance}" : "residence: {period: residence}"];
            yield return Route("several", "", Several.Split(' ') is [var name, var count]
                ? $"{name}: {{count: {count}, of: [{string.Join(", ", parts.Select(part => $"{{{part}}}"))}]}}"
                : $"{Several}: [{string.Join(", ", parts.Select(part => $"{{{part}}}"))}]");
        }
    }

    private IEnumerable<PackFile> Parameters()
    {
        yield return Parameter("residence", "period", [$"2012-01-01 {Residence}", .. ResidenceLater.Length > 0 ? (string[])[ResidenceLater] : []]);
        yield return Parameter("work", "period", $"2012-01-01 {Work}");
        yield return Parameter("minimum", "points", $"2012-01-01 {Minimum}");
        yield return Parameter("yearly", "points", $"2012-01-01 {PointsAYear}");
        if (Insurance.Length > 0)
        {
            yield return Parameter("insurance", "period", $"2012-01-01 {Insurance}");
        }

        if (Endorsement.Length > 0)
        {
            yield return Parameter("grace", "days", $"2012-01-01 {Endorsement.Split(' ')[0]}");
            yield return Parameter("effect", "choice", $"2012-01-01 {Endorsement.Split(' ')[1]}");
        }

        if (Allowance.Length > 0)
        {
            yield return Parameter("allowance", "days", $"2012-01-01 {Allowance}");
        }
    }

    private static string Route(string id, string until, params string[] criteria) =>
        $"  - id: {id}\n    title: {{en: {id}, zh-CN: 路}}\n    since: 2012-01-01\n{(until.Length > 0 ? $"    until: {until}\n" : "")}    status: verified\n    reference: {{document: Made up for tests, article: art. 1}}\n    all:\n"
        + string.Concat(criteria.Select(criterion => $"      - {criterion}\n"));

    private static PackFile Parameter(string name, string unit, params string[] values) => new(
        $"policies/town/parameters/{name}.yaml",
        $"description: {{en: {name}, zh-CN: 数}}\nunit: {unit}\nvalues:\n" + string.Concat(values.Select(value =>
            $"  - {{from: {value[..10]}, value: {value[11..]}, status: verified, reference: {{document: Made up for tests, article: art. 1}}}}\n")));
}
