namespace HukouWorkflow.Core.Policies;

/// <summary>A route as one version asks it in one district class: every value is resolved.</summary>
/// <param name="route">The route.</param>
/// <param name="all">What it asks.</param>
/// <param name="quota">The place within the annual quota that it asks on top, or null where it is not ranked.</param>
internal sealed class RouteRules(PolicyRoute route, IReadOnlyList<Criterion> all, QuotaCriterion? quota)
{
    private readonly string _rule = "route:" + route.Id;
    private readonly SeveralCriterion _conditions = new(SeveralCriterion.All, all.Count, all);

    public string Id => route.Id;

    public IReadOnlyList<Criterion> Criteria => all;

    public bool IsRanked => quota is not null;

    /// <summary>Whether everything but the place is there.</summary>
    public Weighing WeighConditions(StatedCase stated) => _conditions.Weigh(stated);

    public Weighing Weigh(StatedCase stated)
    {
        var conditions = WeighConditions(stated);
        return quota is null ? conditions : Weighing.All([conditions, stated.Weigh(quota)]);
    }

    public Finding Judge(StatedCase stated)
    {
        var children = new Finding[all.Count + (quota is null ? 0 : 1)];
        var parts = new Weighing[children.Length];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = stated.Judge(i < all.Count ? all[i] : quota!);
            parts[i] = children[i].Weighing;
        }

        var weighing = Weighing.All(parts);
        return new Finding(_rule, weighing.Verdict, weighing.MetOn, [], [], route.Citation, [], children) { Until = weighing.Until };
    }
}
