namespace HukouWorkflow.Core.Policies;

/// <summary>So many of several criteria: all of them, any one, or a number between.</summary>
/// <param name="rule">The rule.</param>
/// <param name="count">How many of them suffice.</param>
/// <param name="of">The criteria.</param>
internal sealed class SeveralCriterion(string rule, int count, IReadOnlyList<Criterion> of) : Criterion(rule, null)
{
    public const string All = "all";
    public const string Any = "any";
    public const string AtLeast = "atLeast";

    public override Weighing Weigh(StatedCase stated)
    {
        Span<Weighing> parts = new Weighing[of.Count];
        for (var i = 0; i < of.Count; i++)
        {
            parts[i] = of[i].Weigh(stated);
        }

        return Join(parts);
    }

    public override Finding Judge(StatedCase stated)
    {
        var children = new Finding[of.Count];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = of[i].Judge(stated);
        }

        var met = children.Count(child => child.Verdict == Verdict.Met);
        return Found(
            Join([.. children.Select(child => child.Weighing)]),
            Rule is AtLeast ? [Figure.Count("count", count), Figure.Count("met", met)] : [],
            [],
            children);
    }

    private Weighing Join(ReadOnlySpan<Weighing> parts) => count == of.Count ? Weighing.All(parts) : Weighing.AtLeast(count, parts);
}
