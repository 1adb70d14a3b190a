namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Puts a finding and its sentences together.</summary>
internal static class Explanations
{
    public static Explanation Node(PackTexts texts, Finding finding, string text, string? remedy, IReadOnlyList<Explanation> children) => new(
        finding.Rule,
        finding.Verdict,
        text,
        remedy,
        finding.Citation is { } citation ? Source(texts, citation) : null,
        finding.Citation?.Status,
        children);

    /// <summary>A source in a sentence. What is not verified is never presented as law, so it is said plainly.</summary>
    public static string Source(PackTexts texts, Citation citation) => texts.Say(
        citation.Status == ValueStatus.Verified ? "source" : "sourceUnverified",
        ("source", Name(texts, citation)));

    /// <summary>A document and its article.</summary>
    public static string Name(PackTexts texts, Citation citation) =>
        citation.Article is null ? citation.Document : citation.Document + texts.Grammar.BetweenNames + citation.Article;
}
