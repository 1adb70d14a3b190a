namespace HukouWorkflow.Core.Policies;

/// <summary>One of several criteria suffices.</summary>
internal sealed class AnyCriterion(string rule, IReadOnlyList<Criterion> any) : Criterion(rule, null)
{
    public override Finding Judge(StatedCase stated) => Finding.Any(Rule, null, Judge(any, stated));
}
