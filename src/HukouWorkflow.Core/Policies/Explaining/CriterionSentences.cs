using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Says what was found about one criterion: its figures, its gaps, its evidence.</summary>
/// <param name="texts">The language's sentences.</param>
/// <param name="terms">What the pack calls things.</param>
/// <param name="today">The day of the evaluation.</param>
internal sealed class CriterionSentences(PackTexts texts, PackTerms terms, LocalDate today)
{
    private readonly Grammar _grammar = texts.Grammar;

    /// <summary>One paragraph.</summary>
    public string Of(Finding finding) => _grammar.Paragraph([Found(finding), .. finding.Evidence.Select(Evidence)]);

    /// <summary>Whether a finding is told as time counted.</summary>
    public static bool IsClock(Finding finding) => TextCatalogue.Clocks.Contains(finding.Criterion(), StringComparer.Ordinal)
        && (finding.Period("required") is { } required ? !required.Equals(Period.Zero) : finding.Criterion() is "residence" or "insurance" or "study")
        || (finding.Criterion() is "work" && !finding.Has("contract"));

    private string Found(Finding finding) => IsClock(finding) ? Clock(finding) : finding.Criterion() switch
    {
        "work" => Verdict("contract", finding, ("contract", _grammar.Asked(finding.Period("contract")!)), Since(finding)),
        "dwelling" or "investment" or "family" or "permit" => Verdict(finding.Criterion(), finding, Since(finding), ("kinds", Kinds(finding))),
        "qualification" => Verdict(
            "qualification", finding, ("held", finding.Text("held") is { } held ? texts.Say("qualification." + held) : ""), Since(finding), ("kinds", terms.Kinds(finding))),
        "tax" => Verdict(
            "tax", finding, ("required", Money(finding, "required")), ("years", finding.Number("years") ?? 1), ("paid", Money(finding, "paid"))),
        "age" => Verdict("age", finding, ("limits", AgeLimits(finding)), ("born", finding.Text("bornIn") ?? "")),
        "points" => Points(finding),
        "annualQuota" => Quota(finding),
        "atLeast" => Verdict("atLeast", finding, ("count", finding.Number("count") ?? 1), ("met", finding.Number("met") ?? 0)),
        var other => Verdict(other, finding),
    };

    private string Clock(Finding finding)
    {
        var key = $"clock.{finding.Criterion()}.";
        if (finding.Period("required") is not { } required)
        {
            return texts.Say(key + "unknown");
        }

        var asked = _grammar.Asked(required);
        if (finding is { Verdict: Policies.Verdict.Met, MetOn: { } metOn })
        {
            // What was missed after the time was complete takes nothing away.
            var before = finding.Gaps.Where(gap => gap.From < metOn).ToList();
            return texts.Say(key + "met", ("required", asked), ("since", _grammar.Date(metOn)), ("gaps", Clauses(finding, before)));
        }

        if (finding.Evidence.Count == 0 && finding.Gaps.Count == 0)
        {
            return texts.Say(key + "none", ("required", asked));
        }

        var counted = CountedTime.Of(finding, required, today);
        return texts.Say(key + "notMet", ("required", asked), ("credited", _grammar.Passed(counted.Passed)), ("gaps", Clauses(finding, finding.Gaps)));
    }

    private string Clauses(Finding finding, IReadOnlyList<Gap> gaps)
    {
        var recognised = finding.Number("recognisedDays") is { } days
            ? _grammar.BetweenClauses + texts.Say("clock.recognised", ("days", days))
            : "";
        return recognised + GapSentences.Of(texts, gaps);
    }

    private string Points(Finding finding) => finding.Detail() is { Length: > 0 } entry
        ? Verdict(
            "entry",
            finding,
            ("title", terms.Entry(entry)),
            ("points", finding.Number("points") ?? 0),
            ("ofMost", finding.Number("atMost") is { } most ? texts.Say("has.entryMost", ("most", most)) : ""))
        : Verdict("points", finding, ("required", finding.Number("required") ?? 0), ("total", finding.Number("total") ?? 0));

    private string Quota(Finding finding)
    {
        List<string> sentences = [Verdict("annualQuota", finding)];
        if (finding.Number("rank") is { } rank)
        {
            sentences.Add(texts.Say("has.quotaRank", ("rank", rank), ("year", finding.Text("year") ?? ""), ("points", finding.Number("points") ?? 0)));
        }

        if (finding.Number("places") is { } places)
        {
            sentences.Add(texts.Say("has.quotaPlaces", ("places", places)));
        }

        return _grammar.Paragraph(sentences);
    }

    private string AgeLimits(Finding finding) => (finding.Number("atLeast"), finding.Number("atMost")) switch
    {
        ({ } least, { } most) => texts.Say("has.ageBetween", ("least", least), ("most", most)),
        ({ } least, null) => texts.Say("has.ageAtLeast", ("years", least)),
        (null, { } most) => texts.Say("has.ageAtMost", ("years", most)),
        _ => "",
    };

    private string Evidence(Evidence evidence) => evidence.Register is { } register
        ? texts.Say("evidence." + Words<EvidenceSource>.WordFor(evidence.Source), ("register", texts.Say("register." + Words<Cases.Register>.WordFor(register))))
        : texts.Say("evidence.noRegister");

    private string Verdict(string key, Finding finding, params ReadOnlySpan<(string Name, TextValue Value)> values) =>
        texts.Say($"has.{key}.{Words<Verdict>.WordFor(finding.Verdict)}", values);

    private (string Name, TextValue Value) Since(Finding finding) =>
        ("since", (finding.Date("since") ?? finding.MetOn) is { } day ? _grammar.Date(day) : "");

    private string Kinds(Finding finding) =>
        finding.Text("relation") is { } relation ? texts.Say("relation." + relation) : terms.Kinds(finding);

    private string Money(Finding finding, string figure) => finding.Number(figure) is { } yuan ? _grammar.Money(yuan) : _grammar.Money(0);
}
