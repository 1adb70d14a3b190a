namespace HukouWorkflow.Core.Policies;

/// <summary>A route as one version asks it in one district class: every value is resolved.</summary>
internal sealed class RouteRules(PolicyRoute route, IReadOnlyList<Criterion> all)
{
    private readonly string _rule = "route:" + route.Id;

    public string Id => route.Id;

    public Finding Judge(StatedCase stated) => Finding.All(_rule, route.Citation, Criterion.Judge(all, stated));
}
