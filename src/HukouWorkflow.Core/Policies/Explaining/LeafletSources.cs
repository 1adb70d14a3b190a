namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>The sources a leaflet names, numbered in the order in which they are first used.</summary>
internal sealed class LeafletSources(PackTexts texts)
{
    private readonly List<Citation> _citations = [];

    /// <summary>A text with the mark of what it rests on; what is unverified is said beside it and not only at the end.</summary>
    public string Mark(string text, Citation citation)
    {
        var at = _citations.IndexOf(citation);
        if (at < 0)
        {
            at = _citations.Count;
            _citations.Add(citation);
        }

        return text + texts.Say(citation.Status == ValueStatus.Verified ? "leaflet.mark" : "leaflet.markUnverified", ("number", Number(at)));
    }

    /// <summary>Every source named, with its number.</summary>
    public IEnumerable<(int Depth, string Text)> Lines() => _citations.Select((citation, at) => (0, texts.Say(
        citation.Status == ValueStatus.Verified ? "leaflet.source" : "leaflet.sourceUnverified",
        ("number", Number(at)),
        ("source", Explanations.Name(texts, citation) + (citation.Link is null ? "" : $" <{citation.Link}>")))));

    private static string Number(int at) => Grammar.Number(at + 1);
}
