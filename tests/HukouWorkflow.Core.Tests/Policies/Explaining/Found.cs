using System.Collections.Frozen;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

/// <summary>Findings written by hand, and what is said of them.</summary>
internal static class Found
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    public static readonly Citation Verified = new("Decree 663", "art. 10", null, ValueStatus.Verified);

    /// <summary>A pack with a route that asks for kinds of everything.</summary>
    public static readonly PolicyPack Pack = new PackText()
        .Replace(PackText.Pack, "cityClass: large", "cityClass: huge")
        .Set("policies/town/parameters/pointsBachelor.yaml", Parameter("points", "26"))
        .Set("policies/town/parameters/pointsLeast.yaml", Parameter("points", "20"))
        .Set("policies/town/points.yaml", """
            entries:
              - id: degree
                title: {en: Degree, zh-CN: 学历}
                highest: {bachelor: pointsBachelor}
            """)
        .Set(PackText.Routes, """
            routes:
              - id: everything
                title: {en: Everything, zh-CN: 综合}
                since: 2010-01-01
                status: verified
                reference: {document: Notice, article: art. 1}
                all:
                  - residence: {period: residencePeriod}
                  - dwelling: {kinds: [owned, leased]}
                  - qualification: {kinds: [bachelor, master, technician]}
                  - family: {relations: [spouse, child]}
                  - points: {minimum: pointsLeast}
              - id: work
                title: {en: Work, zh-CN: 就业}
                since: 2010-01-01
                status: unverified
                reference: {document: Report}
                all:
                  - work: {period: workPeriod, kinds: [contract]}
            """)
        .ReadPack();

    public static Finding Rule(string rule, Verdict verdict, LocalDate? metOn, params Figure[] figures) =>
        new(rule, verdict, metOn, figures, [], null, [], []);

    public static Finding Clock(string rule, Verdict verdict, LocalDate? metOn, string required, int creditedDays, params Gap[] gaps) =>
        Rule(rule, verdict, metOn, new("required", required, "period"), new("creditedDays", $"{creditedDays}", "days"))
            with
        { Gaps = gaps, Evidence = [new Evidence(rule, EvidenceSource.Claimed, null)] };

    /// <summary>What is said of a criterion, without its evidence; and the remedy after a bar, where there is one.</summary>
    public static string Said(Finding finding, Language language, Due? next = null)
    {
        var node = Explain(finding with { Evidence = finding.Evidence.Count == 0 ? [] : [new Evidence(finding.Rule, EvidenceSource.Claimed, null)] }, language, next);
        var evidence = Pack.Texts[language].Say("evidence.noRegister");
        var text = node.Text.Replace(" " + evidence, "", StringComparison.Ordinal).Replace(evidence, "", StringComparison.Ordinal);
        return node.Remedy is null ? text : $"{text} | {node.Remedy}";
    }

    /// <summary>A criterion explained, in a route of its own.</summary>
    public static Explanation Explain(Finding finding, Language language, Due? next = null) =>
        Whole(Evaluation(Rule("route:everything", finding.Verdict, finding.MetOn) with { Children = [finding] }, next), language).Children[0].Children[0].Children[0];

    public static Explanation Whole(Evaluation evaluation, Language language) => Pack.Explain(evaluation, language);

    public static Evaluation Evaluation(Finding route, Due? next = null) =>
        Only(Version(new LocalDate(2016, 1, 1), route.MetOn is null ? null : route.Rule["route:".Length..], route.MetOn, [route], next));

    public static Evaluation Only(VersionEvaluation version) => new(version, [version]);

    public static VersionEvaluation Version(LocalDate from, string? route, LocalDate? metOn, IReadOnlyList<Finding> routes, Due? next = null) => new(
        new PolicyVersion(from, until: null, [], new ResidenceTerms(null, null, null), FrozenDictionary<DivisionCode, DistrictRules>.Empty, new DistrictRules([], Points: null)),
        new StatedCase(TestFacts.Since(from), Today, []),
        route,
        metOn)
    {
        Residence = new ClockReading(Period.FromYears(5), Today, 0, null, null, [], null, next, null),
        Tree = new Finding($"version:{from:uuuu'-'MM'-'dd}", routes[0].Verdict, metOn, [], [], null, [], routes),
    };

    private static string Parameter(string unit, string value) => $$"""
        description: {en: A value, zh-CN: 值}
        unit: {{unit}}
        values:
          - from: 2010-01-01
            value: {{value}}
            status: verified
            reference: {document: Notice}
        """;

    public static IEnumerable<Explanation> Nodes(Explanation explanation) => explanation.Children.SelectMany(Nodes).Prepend(explanation);
}
