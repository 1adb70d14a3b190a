namespace HukouWorkflow.Core.Policies;

/// <summary>So many of several criteria: all of them, any one, or a number between.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Count">How many of them suffice.</param>
/// <param name="Of">The criteria.</param>
internal sealed record SeveralCriterion(string Rule, int Count, IReadOnlyList<Criterion> Of) : Criterion(Rule, null)
{
    public const string All = "all";
    public const string Any = "any";
    public const string AtLeast = "atLeast";

    public override Weighing Weigh(StatedCase stated)
    {
        // One criterion of one is the most frequent by far.
        if (Of.Count == 1)
        {
            return Join([stated.Weigh(Of[0])]);
        }

        Span<Weighing> parts = new Weighing[Of.Count];
        for (var i = 0; i < Of.Count; i++)
        {
            parts[i] = stated.Weigh(Of[i]);
        }

        return Join(parts);
    }

    public override Finding Judge(StatedCase stated)
    {
        var children = new Finding[Of.Count];
        var parts = new Weighing[Of.Count];
        var met = 0;
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = stated.Judge(Of[i]);
            parts[i] = children[i].Weighing;
            met += children[i].Verdict == Verdict.Met ? 1 : 0;
        }

        return Found(Join(parts), Rule is AtLeast ? [Figure.Count("count", Count), Figure.Count("met", met)] : [], [], children);
    }

    public bool Equals(SeveralCriterion? other) =>
        other is not null && string.Equals(Rule, other.Rule, StringComparison.Ordinal) && Count == other.Count && Of.SequenceEqual(other.Of);

    public override int GetHashCode() => HashCode.Combine(Rule, Count, Of.Count);

    private Weighing Join(ReadOnlySpan<Weighing> parts) => Count == Of.Count ? Weighing.All(parts) : Weighing.AtLeast(Count, parts);
}
