using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Explains the routes of one version: each with its criteria, which of them is the last, and what is still open.</summary>
/// <param name="texts">The language's sentences.</param>
/// <param name="terms">What the pack calls things.</param>
/// <param name="residence">The residence clock of the version.</param>
/// <param name="today">The day of the evaluation.</param>
internal sealed class RouteSentences(PackTexts texts, PackTerms terms, ClockReading residence, LocalDate today)
{
    // More than a few changes at once are no smallest change.
    private const int MostRemedies = 3;

    public Explanation Explain(Finding route)
    {
        var own = terms.Of(route.Detail());
        var criteria = new CriterionSentences(texts, own, today);
        var remedies = new RemedySentences(texts, own, residence, today);
        var children = route.Children.Select(child => Explain(child, criteria, remedies)).ToList();
        var remedy = route.MetOn is { } day && day > today
            ? texts.Say("remedy.on", ("date", texts.Grammar.Date(day)))
            : texts.Grammar.Paragraph(Open(route).SelectMany(open => Leaves(open)).Select(remedies.Of).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostRemedies));
        return Explanations.Node(texts, route, Text(route), route.Verdict == Verdict.Met || remedy.Length == 0 ? null : remedy, children);
    }

    /// <summary>The criteria that no day is known for: what keeps a route from being met.</summary>
    public static IEnumerable<Finding> Open(Finding route) => route.Children.Where(child => child.Verdict != Verdict.Met && child.MetOn is null);

    private Explanation Explain(Finding finding, CriterionSentences criteria, RemedySentences remedies) => Explanations.Node(
        texts,
        finding,
        criteria.Of(finding),
        remedies.Of(finding),
        [.. finding.Children.Select(child => Explain(child, criteria, remedies))]);

    private string Text(Finding route)
    {
        var title = terms.Route(route.Detail());
        if (route.MetOn is { } day && (route.Verdict == Verdict.Met || day > today))
        {
            var last = route.Children.Where(child => child.MetOn is not null).MaxBy(child => child.MetOn);
            return texts.Say(
                route.Verdict == Verdict.Met ? "route.met" : "route.ahead",
                ("route", title),
                ("date", texts.Grammar.Date(day)),
                ("last", route.Children.Count > 1 && last is not null ? texts.Say("route.last", ("criterion", Name(last))) : ""));
        }

        var open = route.Children.Where(child => child.Verdict != Verdict.Met).Select(Name).Distinct(StringComparer.Ordinal).ToList();
        return texts.Say(route.Verdict == Verdict.Unknown ? "route.unknown" : "route.never", ("route", title), ("open", texts.Grammar.And(open)));
    }

    private string Name(Finding criterion) => texts.Say("name." + criterion.Criterion());

    private static IEnumerable<Finding> Leaves(Finding finding) =>
        finding.Verdict == Verdict.Met ? []
        : finding.Children.Count == 0 || finding.Criterion() is "points" ? [finding]
        : finding.Children.SelectMany(Leaves);
}
