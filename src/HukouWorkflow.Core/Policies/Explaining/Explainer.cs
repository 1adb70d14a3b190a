using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Explains a whole evaluation: which version is taken and why, and under it every version, route and criterion.</summary>
internal sealed class Explainer(PolicyPack pack, PackTexts texts, Evaluation evaluation)
{
    private readonly PackTerms _terms = new(pack, texts, null);
    private readonly Grammar _grammar = texts.Grammar;
    private readonly LocalDate _today = evaluation.Best.Residence.AsOf;

    public Explanation Explain()
    {
        var best = evaluation.Best;
        var versions = evaluation.Results.Select(Explain).ToList();
        List<string> sentences = [Outcome("whole", best, ("city", texts.In(pack.Title))), Why(best)];
        if (best.MetOn > _today && Otherwise(best.Tree) is { } other)
        {
            sentences.Add(texts.Say("whole.otherwise", ("route", _terms.Route(other.Detail())), ("date", _grammar.Date(other.MetOn!.Value))));
        }

        return new Explanation("pack:" + pack.Id, best.Tree.Verdict, _grammar.Paragraph(sentences), Remedy(best), null, null, versions);
    }

    private Explanation Explain(VersionEvaluation version)
    {
        var routes = new RouteSentences(texts, _terms, version.Residence, _today);
        return Explanations.Node(
            texts,
            version.Tree,
            Outcome("version", version, ("version", _grammar.Date(version.Version))),
            null,
            [.. version.Tree.Children.Select(routes.Explain)]);
    }

    private string Outcome(string key, VersionEvaluation version, (string Name, TextValue Value) subject)
    {
        if (version is { Route: { } route, MetOn: { } day })
        {
            return texts.Say(key + (day <= _today ? ".met" : ".ahead"), subject, ("route", _terms.Route(route)), ("date", _grammar.Date(day)));
        }

        return texts.Say(key + (version.Tree.Verdict == Verdict.Unknown ? ".unknown" : ".never"), subject);
    }

    private string Why(VersionEvaluation best)
    {
        var applied = evaluation.Results[0];
        var version = ("version", (TextValue)_grammar.Date(best.Version));
        if (evaluation.Results.Count == 1)
        {
            return texts.Say("whole.only", version);
        }

        if (best.Version == applied.Version)
        {
            return texts.Say("whole.applied", version);
        }

        var before = ("applied", (TextValue)_grammar.Date(applied.Version));
        return applied.MetOn is { } then && best.MetOn is { } now
            ? texts.Say("whole.earlier", version, before, ("date", _grammar.Date(now)), ("days", Period.DaysBetween(now, then)))
            : texts.Say("whole.onlyLater", version, before);
    }

    // The next best of the other routes, where it has a day: what would be, if the first came to nothing.
    private Finding? Otherwise(Finding tree) => tree.Children
        .Where(route => route.MetOn > _today && !string.Equals(route.Detail(), evaluation.Best.Route, StringComparison.Ordinal))
        .MinBy(route => route.MetOn);

    private string? Remedy(VersionEvaluation best)
    {
        if (best.MetOn is { } day)
        {
            return day <= _today ? null : texts.Say("remedy.on", ("date", _grammar.Date(day)));
        }

        var routes = new RouteSentences(texts, _terms, best.Residence, _today);
        return best.Tree.Children
            .OrderBy(route => RouteSentences.Open(route).Count())
            .Select(route => (Title: _terms.Route(route.Detail()), routes.Explain(route).Remedy))
            .Where(route => route.Remedy is not null)
            .Select(route => texts.Say("remedy.nearest", ("route", route.Title), ("remedy", route.Remedy!)))
            .FirstOrDefault();
    }
}
