using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>What a pack calls its routes, and which kinds a criterion of one of them accepts.</summary>
/// <param name="pack">The pack.</param>
/// <param name="texts">The language's sentences.</param>
/// <param name="route">The route the criteria belong to, or null above the routes.</param>
internal sealed class PackTerms(PolicyPack pack, PackTexts texts, PolicyRoute? route)
{
    /// <summary>A route's title.</summary>
    public string Route(string id) => Find(id) is { } found ? texts.In(found.Title) : id;

    /// <summary>The title of an entry of the points table.</summary>
    public string Entry(string id) =>
        pack.Points.FirstOrDefault(entry => string.Equals(entry.Id, id, StringComparison.Ordinal)) is { } found ? texts.In(found.Title) : id;

    /// <summary>The terms of one of the pack's routes.</summary>
    public PackTerms Of(string id) => new(pack, texts, Find(id));

    /// <summary>
    /// The kinds that a finding's criterion accepts, as <c>a, b or c</c>. Where a route asks for the same thing twice, whichever
    /// of both is named is something it accepts.
    /// </summary>
    public string Kinds(Finding finding)
    {
        var criterion = finding.Criterion();
        string[] words =
        [
            .. Flatten(route?.All ?? [])
                .Where(each => string.Equals(Words<CriterionKind>.WordFor(each.Kind), criterion, StringComparison.Ordinal))
                .SelectMany(KeysOf)
                .Distinct(StringComparer.Ordinal)
                .Select(key => texts.Say(key)),
        ];
        return texts.Grammar.Or(words);
    }

    /// <summary>The texts' keys for the kinds that a criterion lists.</summary>
    public static IEnumerable<string> KeysOf(RouteCriterion criterion) =>
    [
        .. criterion.Work.Select(kind => "employment." + Words<EmploymentKind>.WordFor(kind)),
        .. criterion.Dwellings.Select(kind => "dwelling." + Words<Dwelling>.WordFor(kind)),
        .. criterion.Qualifications.Select(kind => "qualification." + Words<QualificationKind>.WordFor(kind)),
        .. criterion.Relations.Select(relation => "relation." + Words<Relation>.WordFor(relation)),
    ];

    private static IEnumerable<RouteCriterion> Flatten(IReadOnlyList<RouteCriterion> criteria) =>
        criteria.SelectMany(criterion => Flatten(criterion.Of).Prepend(criterion));

    private PolicyRoute? Find(string id) => pack.Routes.FirstOrDefault(each => string.Equals(each.Id, id, StringComparison.Ordinal));
}
